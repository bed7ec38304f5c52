import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunId } from '../../../src/shared/domain/ids.ts';
import { TRAINER_VERSION, type TrainerMessage, type TrainerRequest } from '../../../src/shared/engine/training/messages.ts';
import type { StartTrainer, TrainerProcess } from '../../../src/main/core/trainer-process.ts';
import { startNodeTrainer } from '../../../src/main/trainer/start-node-trainer.ts';
import { CONFIG, disposeProjects, makeTrainingProject, openCore, valueOf, type TrainingProject } from './training-project.ts';

afterEach(disposeProjects);

const ENDLESS = { ...CONFIG, epochs: 10_000 };
const ROOT = join(import.meta.dirname, '..', '..', '..');

function integrityOf(path: string): unknown {
  const db = new SqliteDatabase(path, { readonly: true });
  const found = db.pragma('integrity_check', { simple: true });
  db.close();
  return found;
}

async function spansOf({ core, seriesId }: TrainingProject): Promise<unknown> {
  const { windows } = valueOf(await core.api.listWindows({ seriesId, offset: 0, limit: 100 }));
  return windows.map(({ id, state, spans }) => ({ id, state, spans }));
}

/** A trainer in words: it has wasm, and answers every training with what `reply` makes of it, or says nothing. */
function scripted(reply: (request: Extract<TrainerRequest, { kind: 'train' }>, answer: (message: TrainerMessage) => void, exit: (reason: string) => void) => void): StartTrainer {
  return () => {
    let receive: (message: unknown) => void = () => undefined;
    let exited: (reason: string) => void = () => undefined;
    const later = (run: () => void): void => void setTimeout(run);
    const trainer: TrainerProcess = {
      post: (message) => {
        const request = message as TrainerRequest;
        const answer = (said: TrainerMessage): void => later(() => receive(said));
        if (request.kind === 'examine') answer({ kind: 'examined', id: request.id, threads: 2, backends: [{ name: 'wasm', usable: true, secondsPerStep: 0.02 }] });
        if (request.kind === 'train') reply(request, answer, (reason) => later(() => exited(reason)));
      },
      onMessage: (listener) => (receive = listener),
      onExit: (listener) => (exited = listener),
      kill: () => undefined,
    };
    return trainer;
  };
}

async function failedRun(startTrainer: StartTrainer) {
  const { core, ended } = await makeTrainingProject(startTrainer);
  const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
  return ended(runId);
}

describe('a trainer that is killed with SIGKILL in the middle of training', () => {
  it('leaves a run that says so, every epoch that it told, and a project that trains again', async () => {
    let trainer: TrainerProcess | undefined;
    const project = await makeTrainingProject(() => (trainer = startNodeTrainer()));
    const { core, events, ended, path } = project;
    const labels = await spansOf(project);
    core.onEvent((event) => {
      // kill() sends SIGKILL.
      if (event.kind === 'run-epoch' && event.record.epoch === 3) trainer!.kill();
    });
    const { runId } = valueOf(await core.api.startTraining({ config: ENDLESS }));
    const run = await ended(runId);
    expect(run).toMatchObject({ state: 'failed', error: expect.stringMatching(/SIGKILL/) });

    const told = events.flatMap((event) => (event.kind === 'run-epoch' ? [event.record] : []));
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(valueOf(await core.api.readRun({ runId })).epochs).toEqual(told);
    expect(await spansOf(project)).toEqual(labels);

    await core.close();
    expect(integrityOf(path)).toBe('ok');
    const again = openCore(path);
    expect(valueOf(await again.api.readRun({ runId })).run).toEqual(run);
    const next = valueOf(await again.api.startTraining({ config: CONFIG }));
    await new Promise<void>((resolve) => again.onEvent((event) => event.kind === 'run-changed' && event.run.state === 'done' && resolve()));
    expect(next.runId).toBe(runId + 1);
  });
});

describe('a core that is killed with SIGKILL in the middle of training', () => {
  it('leaves a project that opens, with the run interrupted and its epochs kept', async () => {
    const project = await makeTrainingProject();
    const labels = await spansOf(project);
    await project.core.close();
    const main = join(ROOT, 'src', 'main', 'cli', 'main.ts');
    const child = spawn(process.execPath, [main, 'train', '--project', project.path, '--epochs', '10000', '--split', 'temporal'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (/epoch 2 of/.test(said)) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'exit');
    expect(signal, said).toBe('SIGKILL');

    const core = openCore(project.path);
    const [run] = valueOf(await core.api.listRuns({}));
    expect(run).toMatchObject({ state: 'interrupted', error: expect.stringMatching(/ended while this run was training/) });
    expect(run.epochsDone).toBeGreaterThanOrEqual(2);
    expect(valueOf(await core.api.readRun({ runId: run.id })).epochs).toHaveLength(run.epochsDone);
    expect(valueOf(await core.api.exportWeights({ runId: run.id })).weights.length).toBeGreaterThan(0);
    expect(await spansOf({ ...project, core })).toEqual(labels);
    await core.close();
    expect(integrityOf(project.path)).toBe('ok');
  });
});

describe('a project that closes in the middle of training', () => {
  it('keeps what was learned to the last epoch that was told', async () => {
    const project = await makeTrainingProject();
    const third = new Promise<void>((resolve) => {
      project.core.onEvent((event) => void (event.kind === 'run-epoch' && event.record.epoch === 3 && resolve()));
    });
    const { runId } = valueOf(await project.core.api.startTraining({ config: ENDLESS }));
    await third;
    await project.core.close();
    const core = openCore(project.path);
    const { run } = valueOf(await core.api.readRun({ runId }));
    expect(run).toMatchObject({ state: 'interrupted', error: expect.stringMatching(/was closed while this run was training/) });
    expect(valueOf(await core.api.exportWeights({ runId, checkpoint: 'last' })).epoch).toBe(run.epochsDone);
    await core.close();
  });

  it('does not wait long for a trainer that says nothing', async () => {
    const { core } = await makeTrainingProject(scripted(() => undefined));
    const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
    expect(runId).toBe(1);
    const began = performance.now();
    await core.close();
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('a run fails in words', () => {
  it('where no trainer starts', async () => {
    const run = await failedRun(() => {
      throw new Error('no such program');
    });
    expect(run).toMatchObject({ state: 'failed', epochsDone: 0, error: expect.stringMatching(/no such program/) });
  });

  it('where the trainer ends by itself', async () => {
    const run = await failedRun(scripted((_request, _answer, exit) => exit('it ended with code 7')));
    expect(run.error).toMatch(/training process is gone: it ended with code 7/);
  });

  it('where the trainer reports a failure', async () => {
    const error = { kind: 'trainer', message: 'The loss became NaN in epoch 2.', nextStep: 'Lower the learning rate.' } as const;
    const run = await failedRun(scripted(({ id }, answer) => answer({ kind: 'failed', id, error })));
    expect(run.error).toBe('The loss became NaN in epoch 2. Lower the learning rate.');
  });

  it('where the trainer is of another version', async () => {
    const run = await failedRun(scripted((_request, answer) => answer({ kind: 'ready', backend: 'wasm', version: TRAINER_VERSION + 1, notes: [] })));
    expect(run.error).toMatch(/another version/);
  });

  it('where what the trainer tells cannot be kept', async () => {
    const run = await failedRun(scripted(({ id }, answer) => answer({ kind: 'epoch', id, record: { epoch: -1 } as never })));
    expect(run.error).toMatch(/constraint/i);
  });

  it('and has no weights to predict with before its first epoch', async () => {
    const { core, ended, windowIds } = await makeTrainingProject(scripted((_request, _answer, exit) => exit('it ended with code 7')));
    const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
    await ended(runId);
    const found = await core.api.readWindowPrediction({ runId, windowId: windowIds[0] });
    expect(found).toMatchObject({ ok: false, error: { kind: 'not-found', message: expect.stringMatching(/no weights/) } });
  });
});

it('a run that does not exist is no run', async () => {
  const { core, path } = await makeTrainingProject();
  expect(existsSync(path)).toBe(true);
  const runId = 99 as RunId;
  for (const outcome of [core.api.readRun({ runId }), core.api.cancelTraining({ runId }), core.api.renameRun({ runId, name: 'x' }), core.api.evaluateRun({ runId, part: 'val' })]) {
    expect(await outcome).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  }
});
