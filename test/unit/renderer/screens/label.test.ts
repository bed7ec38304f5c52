import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOptions } from '../../../../src/renderer/screens/label/chart-area/zone-options.ts';
import { countWindows } from '../../../../src/renderer/screens/label/queue/count-windows.ts';
import { judgedSpans, spansOfBars } from '../../../../src/renderer/screens/label/scene/judged-spans.ts';
import { widenedRange } from '../../../../src/renderer/screens/label/scene/widened-range.ts';
import { runId, windowId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';

const range = (start: number, end: number) => ({ startTime: timeMs(start), endTime: timeMs(end) });

describe('the number of windows', () => {
  it('is what laying them out one by one gives', () => {
    const bars = fc.integer({ min: 0, max: 400 });
    const few = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(bars, few, few, (total, length, stride) => {
        let count = 0;
        for (let from = 0; from + length <= total; from += stride) count += 1;
        expect(countWindows(total, length, stride)).toBe(count);
      }),
    );
  });
});

describe('what is loaded around the view', () => {
  it('always holds the view', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })).map(([a, b]) => range(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(pair, fc.option(pair), (view, loaded) => {
        const next = widenedRange(view, loaded);
        expect(next.startTime).toBeLessThanOrEqual(view.startTime);
        expect(next.endTime).toBeGreaterThanOrEqual(view.endTime);
      }),
    );
  });

  it('stays the same while the view moves a little, and follows when it leaves or zooms in far', () => {
    const loaded = widenedRange(range(100, 200), null);
    expect(widenedRange(range(150, 250), loaded)).toBe(loaded);
    expect(widenedRange(range(250, 350), loaded)).not.toBe(loaded);
    expect(widenedRange(range(150, 152), loaded)).toEqual(range(148, 154));
  });
});

it('time zones of a fixed offset are named as people write them', () => {
  expect(zoneOptions('Etc/GMT+5', 'UTC')[0].label).toBe('UTC−5');
});

it('time zones start with that of the series and name each once', () => {
  const options = zoneOptions('America/New_York', 'Europe/London');
  expect(options.slice(0, 2).map(({ value, label }) => [value, label])).toEqual([
    [null, 'America/New York'],
    ['Europe/London', 'Europe/London'],
  ]);
  const labels = options.map((option) => option.label);
  expect(new Set(labels).size).toBe(labels.length);
});

describe('a window that was opened from the comparison', () => {
  const decoded = [{ runId: runId(1), spans: [{ start: 1, end: 2 }] }, { runId: runId(2), spans: [] }];
  const judged = { windowId: windowId(7), decoded };

  it('shows of each run what it was judged by, and of any other window nothing of that', () => {
    expect(judgedSpans(judged, { runId: runId(1), windowId: windowId(7) })).toEqual([{ start: 1, end: 2 }]);
    expect(judgedSpans(judged, { runId: runId(2), windowId: windowId(7) })).toEqual([]);
    expect(judgedSpans(judged, { runId: runId(3), windowId: windowId(7) })).toBeNull();
    expect(judgedSpans(judged, { runId: runId(1), windowId: windowId(8) })).toBeNull();
    expect(judgedSpans(judged, { runId: runId(1), windowId: null })).toBeNull();
    expect(judgedSpans(null, { runId: runId(1), windowId: windowId(7) })).toBeNull();
    expect(judgedSpans(judged, null)).toBeNull();
  });

  it('has its spans at the times of their bars, the last included, scored by their mean', () => {
    const prediction = { time: Float64Array.of(10, 20, 30, 40), probability: Float32Array.of(0, 0.5, 0.75, 1) };
    expect(spansOfBars(prediction, [{ start: 1, end: 2 }, { start: 3, end: 3 }])).toEqual([
      { startTime: 20, endTime: 30, score: 0.625 },
      { startTime: 40, endTime: 40, score: 1 },
    ]);
  });
});
