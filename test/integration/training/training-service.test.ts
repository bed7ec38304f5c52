import { afterEach, describe, expect, it } from 'vitest';
import { newEditId, newJobId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { EpochRecord } from '../../../src/shared/domain/run.ts';
import { CONFIG, LENGTH, SURGE_BARS, computedBy, disposeProjects, makeTrainingProject, surgeOf, valueOf } from './training-project.ts';

afterEach(disposeProjects);

const ALL_TIME = { from: timeMs(0), to: timeMs(Number.MAX_SAFE_INTEGER) };

describe('a training', () => {
  it('learns from reviewed windows only, and keeps run, epochs, weights, predictions and evaluation', async () => {
    const { core, events, ended, windowIds, seriesId } = await makeTrainingProject();
    const config = { ...CONFIG, epochs: 40, learningRate: 0.02, headDropout: 0, inputDropout: 0 };
    const { runId } = valueOf(await core.api.startTraining({ config, name: 'surges' }));
    const run = await ended(runId);

    expect(run).toMatchObject({ state: 'done', name: 'surges', error: null, epochsDone: 40, backend: expect.stringMatching(/wasm|cpu|tensorflow/) });
    // Of 24 reviewed windows the embargo takes one before the validation part and one before the test part.
    expect(run.windows).toEqual({ train: 13, val: 4, test: 5, spans: 24 });
    const { epochs } = valueOf(await core.api.readRun({ runId }));
    expect(epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    const told = events.flatMap((event): EpochRecord[] => (event.kind === 'run-epoch' ? [event.record] : []));
    expect(told).toEqual(epochs);
    expect(epochs[39].train.weighted).toBeLessThan(epochs[0].train.weighted);

    const evaluation = valueOf(await core.api.evaluateRun({ runId, part: 'val' }));
    const { curves, ...figures } = evaluation;
    expect(run.evaluation).toEqual(figures);
    expect(curves.thresholds).toHaveLength(101);
    expect(evaluation).toMatchObject({ part: 'val', windows: 4, spans: 4 });
    expect(evaluation.bar.best.f1).toBeGreaterThan(evaluation.baselines.find(({ name }) => name === 'positionPrior')!.bar.f1);
    const test = valueOf(await core.api.evaluateRun({ runId, part: 'test' }));
    expect(test.bar.best.threshold).toBe(evaluation.bar.best.threshold);
    expect(test).toMatchObject({ part: 'test', windows: 5 });

    const prediction = valueOf(await core.api.readWindowPrediction({ runId, windowId: windowIds[0] }));
    expect(prediction).toMatchObject({ runId, seriesId, windowId: windowIds[0], threshold: evaluation.bar.best.threshold });
    expect(prediction.probability).toHaveLength(LENGTH);
    expect(prediction.time[0]).toBe(0);
  });

  it('of the same labels, configuration and seed gives the same figures', async () => {
    const { core, ended } = await makeTrainingProject();
    const figures = [];
    for (const seed of [1, 1, 2]) {
      const { runId } = valueOf(await core.api.startTraining({ config: { ...CONFIG, seed } }));
      await ended(runId);
      const { epochs, run } = valueOf(await core.api.readRun({ runId }));
      figures.push({ epochs: epochs.map(computedBy), evaluation: run.evaluation });
    }
    expect(figures[0]).toEqual(figures[1]);
    expect(figures[0]).not.toEqual(figures[2]);
  });

  it('is judged against the labels that it was given, whatever becomes of them', async () => {
    const { core, ended, windowIds } = await makeTrainingProject();
    const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
    await ended(runId);
    const before = valueOf(await core.api.evaluateRun({ runId, part: 'train' }));
    const { spans } = valueOf(await core.api.readWindow({ windowId: windowIds[0] }));
    valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'delete-span', id: spans[0].id } }));
    expect(valueOf(await core.api.evaluateRun({ runId, part: 'train' }))).toEqual(before);
  });

  it('is alone: a second one is refused while the first is under way', async () => {
    const { core, ended } = await makeTrainingProject();
    const first = core.api.startTraining({ config: CONFIG });
    const second = await core.api.startTraining({ config: CONFIG });
    expect(second).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringMatching(/one run trains at a time/) } });
    await ended(valueOf(await first).runId);
    expect(valueOf(await core.api.listRuns({}))).toHaveLength(1);
    const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
    expect((await ended(runId)).state).toBe('done');
  });

  it('that is cancelled keeps and judges what it learned', async () => {
    const { core, ended, seriesId } = await makeTrainingProject();
    const { runId } = valueOf(await core.api.startTraining({ config: { ...CONFIG, epochs: 10_000 } }));
    const unfinished = await core.api.predictSeries({ runId, seriesId, jobId: newJobId() });
    expect(unfinished).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringMatching(/still training/) } });
    core.onEvent((event) => {
      if (event.kind === 'run-epoch' && event.record.epoch >= 2) void core.api.cancelTraining({ runId });
    });
    const run = await ended(runId);
    expect(run.state).toBe('cancelled');
    expect(run.epochsDone).toBeGreaterThanOrEqual(2);
    expect(run.epochsDone).toBeLessThan(10_000);
    expect(run.bestEpoch).not.toBeNull();
    expect(run.evaluation?.windows).toBe(4);
  });

  it('that the project is closed upon is interrupted, with what it learned', async () => {
    const { core, path } = await makeTrainingProject();
    const epochs = new Promise<void>((resolve) => core.onEvent((event) => event.kind === 'run-epoch' && resolve()));
    const { runId } = valueOf(await core.api.startTraining({ config: { ...CONFIG, epochs: 10_000 } }));
    await epochs;
    valueOf(await core.api.closeProject({}));
    valueOf(await core.api.openProject({ path }));
    const { run } = valueOf(await core.api.readRun({ runId }));
    expect(run).toMatchObject({ state: 'interrupted', error: expect.stringMatching(/closed while/) });
    expect(run.epochsDone).toBeGreaterThan(0);
  });
});

describe('a prediction of a series', () => {
  it('covers every bar, is kept, and finds the surges that were never labelled', async () => {
    const { core, ended, seriesId, windowIds } = await makeTrainingProject();
    const config = { ...CONFIG, epochs: 60, learningRate: 0.02, headDropout: 0, inputDropout: 0 };
    const { runId } = valueOf(await core.api.startTraining({ config }));
    await ended(runId);
    expect(valueOf(await core.api.readSeriesPrediction({ runId, seriesId, ...ALL_TIME }))).toBeNull();
    const outcome = valueOf(await core.api.predictSeries({ runId, seriesId, jobId: newJobId() }));
    const prediction = valueOf(await core.api.readSeriesPrediction({ runId, seriesId, ...ALL_TIME }))!;
    expect(prediction.time).toHaveLength(outcome.bars);
    expect(prediction.spans).toHaveLength(outcome.spans);
    // Windows 25 to 29 were not reviewed.
    const window = 27;
    const surge = prediction.probability.subarray(window * LENGTH + surgeOf(window), window * LENGTH + surgeOf(window) + SURGE_BARS);
    const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(surge)).toBeGreaterThan(2 * mean(prediction.probability));
    const part = valueOf(await core.api.readSeriesPrediction({ runId, seriesId, from: timeMs(60_000), to: timeMs(120_000), threshold: 0 }))!;
    expect(part.spans).toEqual([{ startTime: 60_000, endTime: 120_000, score: expect.closeTo(mean(part.probability), 6) }]);
    const unlabelled = valueOf(await core.api.readWindowPrediction({ runId, windowId: windowIds[window] }));
    expect(unlabelled.time[0]).toBe(window * LENGTH * 60_000);
  });

  it('that is cancelled leaves nothing behind', async () => {
    const { core, ended, seriesId } = await makeTrainingProject();
    const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
    await ended(runId);
    const jobId = newJobId();
    const predicting = core.api.predictSeries({ runId, seriesId, jobId });
    valueOf(await core.api.cancelJob({ jobId }));
    expect(await predicting).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(valueOf(await core.api.readSeriesPrediction({ runId, seriesId, ...ALL_TIME }))).toBeNull();
  });
});
