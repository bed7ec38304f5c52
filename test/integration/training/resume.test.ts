import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import { newEditId, newJobId, type RunId } from '../../../src/shared/domain/ids.ts';
import type { EpochRecord } from '../../../src/shared/domain/run.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import type { Core } from '../../../src/main/core/core.ts';
import type { TrainerProcess } from '../../../src/main/core/trainer-process.ts';
import { startNodeTrainer } from '../../../src/main/trainer/start-node-trainer.ts';
import { CONFIG, computedBy, disposeProjects, makeTrainingProject, openCore, valueOf, type TrainingProject } from './training-project.ts';

afterEach(disposeProjects);

/** All that a resumed training could forget. */
const ELABORATE: TrainConfig = { ...CONFIG, epochs: 12, weightAverage: 0.9, gradientClip: 1, schedule: { kind: 'cosine', warmUpSteps: 4, floor: 0.1 } };

const checkpointOf = async (core: Core, runId: RunId, checkpoint: 'best' | 'last') => {
  const { epoch, weights } = valueOf(await core.api.exportWeights({ runId, checkpoint }));
  return { epoch, weights };
};

/** Everything that a run leaves behind, but for times. */
async function outcomeOf(core: Core, runId: RunId) {
  const { run, epochs } = valueOf(await core.api.readRun({ runId }));
  return {
    state: run.state,
    bestEpoch: run.bestEpoch,
    evaluation: run.evaluation,
    epochs: epochs.map(computedBy),
    best: await checkpointOf(core, runId, 'best'),
    last: await checkpointOf(core, runId, 'last'),
  };
}

async function trainWhole({ core, ended }: TrainingProject, config: TrainConfig): Promise<RunId> {
  const { runId } = valueOf(await core.api.startTraining({ config }));
  await ended(runId);
  return runId;
}

/** Trains until `until` says so, then stops it by `stop`. */
async function trainAndStop({ core, ended }: TrainingProject, config: TrainConfig, until: (event: CoreEvent) => boolean, stop: (runId: RunId) => void) {
  const started = Promise.withResolvers<RunId>();
  const silence = core.onEvent((event) => {
    if (!until(event)) return;
    silence();
    void started.promise.then(stop);
  });
  const { runId } = valueOf(await core.api.startTraining({ config }));
  started.resolve(runId);
  return ended(runId);
}

const isEpoch = (epoch: number) => (event: CoreEvent): boolean => event.kind === 'run-epoch' && event.record.epoch === epoch;

describe.each(['soft', 'crf'] as const)('a %s run whose trainer is killed with SIGKILL in the middle', (mode) => {
  it.each(['wasm', 'cpu'] as const)('and that is resumed equals one that was never interrupted, to the bit, on %s', async (backend) => {
    const config = { ...ELABORATE, mode, backend };
    let trainer: TrainerProcess | undefined;
    const project = await makeTrainingProject(() => (trainer = startNodeTrainer()));
    const { core, ended } = project;
    const whole = await trainWhole(project, config);
    // kill() sends SIGKILL.
    const killed = await trainAndStop(project, config, isEpoch(3), () => trainer!.kill());
    expect(killed.state).toBe('failed');
    expect(killed.epochsDone).toBeLessThan(12);

    const { resumableFrom, backendNotes } = valueOf(await core.api.readRun({ runId: killed.id }));
    expect(resumableFrom).toBeGreaterThan(0);
    expect(backendNotes).toEqual([`Training computes on ${backend} because the settings say so.`]);
    expect(valueOf(await core.api.resumeTraining({ runId: killed.id }))).toEqual({ runId: killed.id });
    expect(valueOf(await core.api.readRun({ runId: killed.id }))).toMatchObject({ run: { state: 'running', error: null, evaluation: null }, resumableFrom: null });
    await ended(killed.id);
    expect(await outcomeOf(core, killed.id)).toEqual(await outcomeOf(core, whole));
  });
});

describe('a run whose core is killed with SIGKILL in the middle', () => {
  const main = join(import.meta.dirname, '..', '..', '..', 'src', 'main', 'cli', 'main.ts');
  const spawnTrain = (path: string, ...options: readonly string[]) =>
    spawn(process.execPath, [main, 'train', '--project', path, '--json', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });

  /** Exit code, and the last line of stdout as JSON. */
  async function train(path: string, ...options: readonly string[]) {
    const child = spawnTrain(path, ...options);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.resume();
    const [code] = (await once(child, 'close')) as [number];
    return { code, json: JSON.parse(out.trimEnd().split('\n').at(-1)!) as object };
  }

  it('goes on from the command line as if nothing had happened', async () => {
    const project = await makeTrainingProject();
    await project.core.close();
    const settings = ['--epochs', '30', '--seed', '3', '--split', 'temporal'];
    const child = spawnTrain(project.path, ...settings);
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (/epoch [5-9] of/.test(text) && child.kill('SIGKILL')));
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');

    expect(await train(project.path, '--resume', '1', '--seed', '4')).toMatchObject({ code: 1, json: { error: { kind: 'invalid-input' } } });
    expect(await train(project.path, '--resume', '1')).toMatchObject({ code: 0, json: { run: 1, epochs: 30 } });
    expect(await train(project.path, ...settings)).toMatchObject({ code: 0, json: { run: 2, epochs: 30 } });
    const core = openCore(project.path);
    expect(await outcomeOf(core, 1 as RunId)).toEqual(await outcomeOf(core, 2 as RunId));
  });
});

describe('a run that is resumed', () => {
  it('with more epochs equals one that had so many from the start', async () => {
    const project = await makeTrainingProject();
    const { core, ended } = project;
    const whole = await trainWhole(project, { ...CONFIG, epochs: 6 });
    const short = await trainWhole(project, { ...CONFIG, epochs: 4 });
    const { backendNotes } = valueOf(await core.api.readRun({ runId: short }));
    expect(backendNotes[0]).toMatch(/^Training computes on \w+/);
    valueOf(await core.api.resumeTraining({ runId: short, epochs: 6 }));
    expect((await ended(short)).config).toEqual({ ...CONFIG, epochs: 6 });
    expect(valueOf(await core.api.readRun({ runId: short })).backendNotes).toEqual(backendNotes);
    expect(await outcomeOf(core, short)).toEqual(await outcomeOf(core, whole));
  });

  it('after it was cancelled goes on with the labels that it was given', async () => {
    const project = await makeTrainingProject();
    const { core, ended, windowIds } = project;
    const config = { ...CONFIG, epochs: 400 };
    const { id: runId } = await trainAndStop(project, config, isEpoch(2), (id) => void core.api.cancelTraining({ runId: id }));
    const before = valueOf(await core.api.readRun({ runId }));
    expect(before.run.state).toBe('cancelled');
    const { spans } = valueOf(await core.api.readWindow({ windowId: windowIds[0] }));
    valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'delete-span', id: spans[0].id } }));
    valueOf(await core.api.resumeTraining({ runId, epochs: 500 }));
    valueOf(await core.api.cancelTraining({ runId }));
    const after = await ended(runId);
    expect(after.windows).toEqual(before.run.windows);
    expect(after.epochsDone).toBeGreaterThanOrEqual(before.resumableFrom!);
    expect(after.evaluation?.windows).toBe(4);
    const { epochs } = valueOf(await core.api.readRun({ runId }));
    expect(epochs.slice(0, before.resumableFrom!)).toEqual(before.epochs.slice(0, before.resumableFrom!));
    expect(epochs.map(({ epoch }: EpochRecord) => epoch)).toEqual(Array.from({ length: after.epochsDone }, (_, i) => i + 1));
  });

  it('predicts anew once it has better weights', async () => {
    const project = await makeTrainingProject();
    const { core, ended, seriesId, windowIds } = project;
    const runId = await trainWhole(project, { ...CONFIG, epochs: 2, learningRate: 0.02 });
    valueOf(await core.api.predictSeries({ runId, seriesId, jobId: newJobId() }));
    // Not reviewed, so that no training predicts it by itself.
    const request = { runId, windowId: windowIds[28], threshold: 0.5 };
    const before = valueOf(await core.api.readWindowPrediction(request));
    valueOf(await core.api.resumeTraining({ runId, epochs: 30 }));
    expect((await ended(runId)).bestEpoch).toBeGreaterThan(2);
    expect(valueOf(await core.api.readWindowPrediction(request)).probability).not.toEqual(before.probability);
    const kept = await core.api.readSeriesPrediction({ runId, seriesId, from: timeMs(0), to: timeMs(1e15) });
    expect(valueOf(kept)).toBeNull();
  });
});

describe('a resume is refused', () => {
  it('where all is done, for fewer epochs, and for no run', async () => {
    const project = await makeTrainingProject();
    const { core } = project;
    const runId = await trainWhole(project, CONFIG);
    const refused = async (params: { runId: RunId; epochs?: number }) => {
      const outcome = await core.api.resumeTraining(params);
      return outcome.ok ? 'accepted' : `${outcome.error.kind}: ${outcome.error.message}`;
    };
    expect(await refused({ runId })).toBe('conflict: Run 1 has done all of its 3 epochs.');
    expect(await refused({ runId, epochs: 2 })).toBe('invalid-input: Run 1 has 3 epochs; expected as many or more, not 2.');
    expect(await refused({ runId: 9 as RunId })).toMatch(/^not-found/);
    expect(valueOf(await core.api.readRun({ runId })).run.state).toBe('done');
  });

  it('where it ended because it no longer improved', async () => {
    const project = await makeTrainingProject();
    const runId = await trainWhole(project, { ...CONFIG, epochs: 50, learningRate: 1e-9, headDropout: 0, earlyStopping: 1 });
    expect(await project.core.api.resumeTraining({ runId, epochs: 60 })).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringMatching(/no longer improved/) } });
  });

  it('while a run trains, and where nothing was kept', async () => {
    let trainer: TrainerProcess | undefined;
    const { core, ended } = await makeTrainingProject(() => (trainer = startNodeTrainer()));
    const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
    expect(await core.api.resumeTraining({ runId })).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringMatching(/one run trains/) } });
    // Before the trainer has begun.
    trainer!.kill();
    expect((await ended(runId)).epochsDone).toBe(0);
    expect(valueOf(await core.api.readRun({ runId })).resumableFrom).toBeNull();
    expect(await core.api.resumeTraining({ runId })).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringMatching(/nothing to go on from/) } });
  });
});
