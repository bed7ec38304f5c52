import { afterEach, expect, it } from 'vitest';
import type { RunId } from '../../../src/shared/domain/ids.ts';
import { TRAINER_VERSION, type TrainerRequest } from '../../../src/shared/engine/training/messages.ts';
import { writeState, writeWeights } from '../../../src/shared/engine/training/checkpoint.ts';
import { learnedParameters, startState } from '../../../src/shared/engine/training/train-state.ts';
import type { WebTrainers } from '../../../src/main/core/web-trainers/web-trainers.ts';
import { startNodeTrainer } from '../../../src/main/trainer/start-node-trainer.ts';
import { makeFakeTrainer, type FakeTrainer } from '../../unit/core/web-trainers/fake-trainer.ts';
import { CONFIG, disposeProjects, makeTrainingProject, valueOf } from './training-project.ts';

afterEach(disposeProjects);

/** A window whose trainer hands over one epoch and ends. */
function makeWindow() {
  let isOpen = true;
  const started: FakeTrainer[] = [];
  const webTrainers: WebTrainers = {
    find: () => (isOpen ? { id: 'window', start } : { obstacle: 'its window is closed' }),
    onChange: () => undefined,
  };
  const start = () => {
    const trainer = makeFakeTrainer((request) => {
      if (request.kind === 'train') setTimeout(() => trainOneEpoch(trainer, request));
      return undefined;
    });
    started.push(trainer);
    return trainer;
  };
  return { webTrainers, close: () => (isOpen = false), started };
}

function trainOneEpoch(trainer: FakeTrainer, { id, config, data }: Extract<TrainerRequest, { kind: 'train' }>): void {
  const state = startState(config, data.train.inputs);
  state.epoch = 1;
  const perTask = { pointers: 1, type: 1, span: 1, countdown: 1 };
  const losses = { raw: perTask, weighted: 1, sum: 4 };
  trainer.say({ kind: 'ready', backend: 'webgpu', version: TRAINER_VERSION, notes: ['Training computes on webgpu because the settings say so.'] });
  trainer.say({
    kind: 'epoch',
    id,
    record: { epoch: 1, train: losses, val: null, sigmas: perTask, taskWeights: perTask, learningRate: 0.001, gradientNorm: 1, val05: null, valBest: null, separation: null, seconds: 1 },
  });
  trainer.say({ kind: 'checkpoint', id, which: 'last', epoch: 1, weights: writeWeights(learnedParameters(state)), optimiser: writeState(state) });
  trainer.end('its window was closed');
}

async function trainInWindow() {
  const window = makeWindow();
  const project = await makeTrainingProject(startNodeTrainer, window.webTrainers);
  const { runId } = valueOf(await project.core.api.startTraining({ config: { ...CONFIG, backend: 'webgpu' } }));
  expect(await project.ended(runId)).toMatchObject({ state: 'failed', backend: 'webgpu', error: expect.stringMatching(/its window was closed/) });
  const notes = async (id: RunId) => valueOf(await project.core.api.readRun({ runId: id })).backendNotes;
  return { ...project, window, runId, notes };
}

it('a run whose window was closed goes on with wasm when that is chosen', async () => {
  const { core, runId, ended, notes } = await trainInWindow();
  valueOf(await core.api.resumeTraining({ runId, backend: 'wasm' }));
  expect(await ended(runId)).toMatchObject({ state: 'done', backend: 'wasm', epochsDone: CONFIG.epochs, error: null, config: { backend: 'wasm' } });
  expect(await notes(runId)).toEqual(['Training computes on wasm because the settings say so.', 'Until epoch 1 it computed on webgpu.']);
});

it('and by itself on what is there where no window is', async () => {
  const { core, runId, ended, notes, window } = await trainInWindow();
  window.close();
  valueOf(await core.api.resumeTraining({ runId }));
  expect(await ended(runId)).toMatchObject({ state: 'done', backend: 'wasm', epochsDone: CONFIG.epochs });
  expect(await notes(runId)).toEqual([expect.stringMatching(/^Training computes on wasm/), 'webgpu: its window is closed', 'Until epoch 1 it computed on webgpu.']);
});

it('and where it computed before as long as the window is there', async () => {
  const { core, runId, ended, window } = await trainInWindow();
  valueOf(await core.api.resumeTraining({ runId }));
  expect(await ended(runId)).toMatchObject({ state: 'failed', backend: 'webgpu' });
  expect(window.started).toHaveLength(2);
  expect(window.started[1]!.requests[0]).toMatchObject({ kind: 'train', resume: expect.any(Uint8Array) });
});

it('predicts without its window, and refuses to test back ends while a run trains', async () => {
  const { core, runId, ended, windowIds, window } = await trainInWindow();
  window.close();
  expect(valueOf(await core.api.readWindowPrediction({ runId, windowId: windowIds[0] })).probability.every((value) => value >= 0 && value <= 1)).toBe(true);
  const next = valueOf(await core.api.startTraining({ config: CONFIG }));
  expect(await core.api.examineBackends({ threads: 'auto' })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  await ended(next.runId);
  expect(valueOf(await core.api.examineBackends({ threads: 'auto' })).choice).toMatch(/^Training computes on \w+/);
});
