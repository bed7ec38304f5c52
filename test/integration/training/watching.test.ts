import { afterEach, describe, expect, it } from 'vitest';
import type { RunId } from '../../../src/shared/domain/ids.ts';
import { unpackCurve } from '../../../src/shared/engine/training/curve-text.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { CONFIG, LENGTH, SURGE_BARS, disposeProjects, makeTrainingProject, surgeOf, valueOf } from './training-project.ts';

afterEach(disposeProjects);

const LONG = { ...CONFIG, epochs: 10_000 };

function epochDone(core: Core, count: number): Promise<void> {
  return new Promise((resolve) => void core.onEvent((event) => event.kind === 'run-epoch' && event.record.epoch === count && resolve()));
}

async function placesByEpoch(core: Core, runId: RunId): Promise<readonly (readonly number[])[]> {
  const { epochs } = valueOf(await core.api.readRun({ runId }));
  return epochs.map(({ view }) => view!.windows.map(({ place }) => place));
}

describe('watching a training', () => {
  it('shows windows of the validation part with their bars and labels as the run was given them', async () => {
    const { core, ended, windowIds } = await makeTrainingProject();
    const { runId } = valueOf(await core.api.startTraining({ config: CONFIG }));
    const first = valueOf(await core.api.readWatched({ runId }));
    const watchable = valueOf(await core.api.listWatchable({ runId }));
    expect(watchable.map(({ place, spans }) => [place, spans])).toEqual([[0, 1], [1, 1], [2, 1], [3, 1]]);
    expect(first.map(({ place }) => place)).toEqual([0, 1, 2, 3]);
    for (const [n, window] of first.entries()) {
      expect(window).toMatchObject({ windowId: watchable[n]!.windowId, startTime: watchable[n]!.startTime, confidence: watchable[n]!.confidence });
      const { window: own, spans } = valueOf(await core.api.readWindow({ windowId: window.windowId }));
      expect(window.startTime).toBe(own.startTime);
      expect(window.bars.close).toHaveLength(LENGTH);
      expect(window.spans).toHaveLength(spans.length);
      const start = surgeOf(windowIds.indexOf(window.windowId));
      const end = start + SURGE_BARS - 1;
      expect(window.spans[0]).toMatchObject({ start, end });
      expect(Math.abs(window.bars.close[end]! - window.bars.open[start]!)).toBeCloseTo(1.5 * SURGE_BARS, 6);
    }
    await ended(runId);
    expect(valueOf(await core.api.readWatched({ runId }))).toEqual(first);
    const { epochs } = valueOf(await core.api.readRun({ runId }));
    expect(await placesByEpoch(core, runId)).toEqual(Array.from({ length: 3 }, () => [0, 1, 2, 3]));
    const last = epochs.at(-1)!.view!;
    expect(last.memory.process).toBeGreaterThan(20_000_000);
    expect(last.memory.backend).toBeGreaterThan(10_000);

    // The best weights may be of an earlier epoch, and then what is kept of the windows is that epoch's.
    const { bestEpoch } = valueOf(await core.api.readRun({ runId })).run;
    const best = epochs.find(({ epoch }) => epoch === bestEpoch)!.view!;
    const { probability } = valueOf(await core.api.readWindowPrediction({ runId, windowId: first[2]!.windowId }));
    unpackCurve(best.windows[2]!.curve, LENGTH).forEach((value, i) => expect(Math.abs(value - probability[i]!)).toBeLessThan(1 / 90));
  });

  it('takes other windows from the next epoch on, and the next run begins with them', async () => {
    const { core, ended } = await makeTrainingProject();
    const { runId } = valueOf(await core.api.startTraining({ config: LONG }));
    await epochDone(core, 2);
    const chosen = valueOf(await core.api.watchWindows({ runId, places: [3, 1] }));
    expect(chosen.map(({ place }) => place)).toEqual([3, 1]);
    expect(valueOf(await core.api.readWatched({ runId }))).toEqual(chosen);
    await new Promise<void>((resolve) => void core.onEvent((event) => event.kind === 'run-epoch' && event.record.view!.windows.length === 2 && resolve()));
    valueOf(await core.api.cancelTraining({ runId }));
    await ended(runId);
    const places = await placesByEpoch(core, runId);
    expect(places.slice(0, 2)).toEqual([[0, 1, 2, 3], [0, 1, 2, 3]]);
    expect(places.at(-1)).toEqual([3, 1]);

    const next = valueOf(await core.api.startTraining({ config: CONFIG }));
    expect(valueOf(await core.api.readWatched(next)).map(({ place }) => place)).toEqual([3, 1, 0, 2]);
    await ended(next.runId);
  });

  it('refuses a run that does not train, and a place that is none, in words', async () => {
    const { core, ended } = await makeTrainingProject();
    const { runId } = valueOf(await core.api.startTraining({ config: LONG }));
    expect(await core.api.watchWindows({ runId, places: [4] })).toMatchObject({ ok: false, error: { kind: 'not-found', message: expect.stringMatching(/no validation window 5; it has 4/) } });
    expect(await core.api.watchWindows({ runId, places: [0, 1, 2, 3, 4, 5, 6] })).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    await epochDone(core, 1);
    valueOf(await core.api.cancelTraining({ runId }));
    await ended(runId);
    expect(await core.api.watchWindows({ runId, places: [0] })).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringMatching(/does not train now/) } });
  });
});
