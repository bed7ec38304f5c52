import { afterEach, describe, expect, it } from 'vitest';
import { newEditId, newSpanId, type RunId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { countSpanChanges, sumChanges } from '../../../src/shared/engine/evaluation/span-changes.ts';
import { CONFIG, disposeProjects, makeTrainingProject, valueOf, type TrainingProject } from './training-project.ts';

const MINUTE = 60_000;

afterEach(disposeProjects);

async function train({ core, ended }: TrainingProject, config: TrainConfig): Promise<RunId> {
  const { runId } = valueOf(await core.api.startTraining({ config }));
  await ended(runId);
  return runId;
}

const retraining = async ({ core }: TrainingProject, runId: RunId | null) => valueOf(await core.api.readRetraining({ runId }));

/** A span of three bars from the n-th of the first window on: a step of the history. */
async function mark({ core, seriesId, windowIds }: TrainingProject, n: number): Promise<void> {
  const { window } = valueOf(await core.api.readWindow({ windowId: windowIds[0] }));
  const time = (bar: number) => timeMs(window.startTime + bar * MINUTE);
  const span = { id: newSpanId(), seriesId, windowId: window.id, startTime: time(n), endTime: time(n + 2), confidence: 0.6 };
  valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span } }));
}

describe('training once more', () => {
  it('is as the first preset where nothing was trained, and as the run or the newest one else', async () => {
    const project = await makeTrainingProject();
    const [preset] = valueOf(await project.core.api.listPresets({}));
    expect(await retraining(project, null)).toEqual({ config: preset.config, edits: null });
    const first = await train(project, CONFIG);
    const second = await train(project, { ...CONFIG, seed: 5 });
    expect((await retraining(project, null)).config).toEqual({ ...CONFIG, seed: 5 });
    expect((await retraining(project, first)).config).toEqual(CONFIG);
    expect((await retraining(project, second)).edits).toBe(0);
    expect(await project.core.api.readRetraining({ runId: 99 as RunId })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it('chooses the longest span anew from the labels, unless one was asked for, and leaves folds', async () => {
    const project = await makeTrainingProject();
    const segments: TrainConfig = { ...CONFIG, mode: 'segments', epochs: 1, tasks: { ...CONFIG.tasks, countdown: false } };
    const derived = await train(project, segments);
    expect(valueOf(await project.core.api.readRun({ runId: derived })).run.config.longestSpan).toBeGreaterThan(0);
    expect((await retraining(project, derived)).config).toEqual(segments);
    const asked = await train(project, { ...segments, longestSpan: 33 });
    expect((await retraining(project, asked)).config.longestSpan).toBe(33);
    const within = { kind: 'temporal', validation: 0.2, test: 0.2 } as const;
    const fold = await train(project, { ...CONFIG, epochs: 1, split: { kind: 'folds', count: 3, fold: 2, within } });
    expect((await retraining(project, fold)).config).toEqual({ ...CONFIG, epochs: 1, split: within });
  });

  it('counts the steps by which the labels differ from those of the run', async () => {
    const project = await makeTrainingProject();
    const { core } = project;
    await mark(project, 2);
    const run = await train(project, { ...CONFIG, epochs: 1 });
    const edits = async () => (await retraining(project, run)).edits;
    expect(await edits()).toBe(0);
    await mark(project, 10);
    await mark(project, 20);
    expect(await edits()).toBe(2);
    valueOf(await core.api.undo({ editId: newEditId() }));
    expect(await edits()).toBe(1);
    valueOf(await core.api.redo({ editId: newEditId() }));
    expect(await edits()).toBe(2);
    // Back to before the training: what the run knew stands no more.
    for (let n = 0; n < 3; n++) valueOf(await core.api.undo({ editId: newEditId() }));
    expect(await edits()).toBe(1);
    valueOf(await core.api.redo({ editId: newEditId() }));
    expect(await edits()).toBe(0);
  });
});

describe('what another run says otherwise', () => {
  it('is counted over the windows of the series, each run by its own threshold', async () => {
    const project = await makeTrainingProject();
    const { core, seriesId, windowIds } = project;
    const [from, to] = [await train(project, { ...CONFIG, epochs: 1 }), await train(project, { ...CONFIG, epochs: 6, seed: 3 })];
    const { window } = valueOf(await core.api.readWindow({ windowId: windowIds[0] }));
    const changes = valueOf(await core.api.readPredictionChanges({ from, to, seriesId, near: window.startTime }));

    const spansOf = async (runId: RunId) =>
      Promise.all(
        windowIds.map(async (windowId) => {
          const { spans } = valueOf(await core.api.readWindowPrediction({ runId, windowId }));
          return spans.map(({ startTime, endTime }) => ({ start: startTime / MINUTE, end: endTime / MINUTE }));
        }),
      );
    const [before, after] = [await spansOf(from), await spansOf(to)];
    expect(changes).toEqual({ windows: windowIds.length, ...sumChanges(before.map((spans, n) => countSpanChanges(spans, after[n]))) });
    expect(before.flat().length + after.flat().length).toBeGreaterThan(0);
    expect(valueOf(await core.api.readPredictionChanges({ from, to: from, seriesId, near: window.startTime }))).toMatchObject({ moved: 0, gained: 0, lost: 0, same: before.flat().length });
  });
});
