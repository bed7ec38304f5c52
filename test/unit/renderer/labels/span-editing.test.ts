import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceStep, confidenceText } from '../../../../src/renderer/labels/confidence.ts';
import { neighbour, nextInCycle } from '../../../../src/renderer/labels/next-in-cycle.ts';
import { edgeAfter, edgePatch, otherEdge, rangeWithin } from '../../../../src/renderer/labels/span-edges.ts';
import { spanDirection, spanFigures } from '../../../../src/renderer/labels/span-figures.ts';
import { spansInView } from '../../../../src/renderer/labels/spans-in-view.ts';
import { stepBars } from '../../../../src/renderer/labels/step-bars.ts';
import { makeBarColumns } from '../../../../src/shared/domain/bar.ts';
import { spanId } from '../../../../src/shared/domain/ids.ts';
import { CONFIDENCE_STEPS } from '../../../../src/shared/domain/span.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { aSpan } from './a-span.ts';

const bounds = { startTime: timeMs(0), endTime: timeMs(100) };

describe('the range of a drag', () => {
  it('is in order, inside the window, and undefined only where nothing of it is inside', () => {
    const time = fc.integer({ min: -50, max: 150 }).map(timeMs);
    fc.assert(
      fc.property(time, time, (a, b) => {
        const range = rangeWithin(a, b, bounds);
        const touches = Math.max(a, b) >= 0 && Math.min(a, b) <= 100;
        expect(range !== undefined).toBe(touches);
        if (range === undefined) return;
        expect(range.startTime).toBe(Math.max(0, Math.min(a, b)));
        expect(range.endTime).toBe(Math.min(100, Math.max(a, b)));
      }),
    );
  });
});

describe('edges', () => {
  it('stop at each other', () => {
    expect(edgePatch(aSpan(), 'start', timeMs(25))).toEqual({ startTime: 20 });
    expect(edgePatch(aSpan(), 'end', timeMs(5))).toEqual({ endTime: 10 });
    expect(edgePatch(aSpan(), 'end', timeMs(30))).toEqual({ endTime: 30 });
  });

  it('take turns', () => {
    expect([null, 'start', 'end'].map((edge) => edgeAfter(edge as 'start'))).toEqual(['start', 'end', null]);
    expect([otherEdge('start'), otherEdge('end'), otherEdge(null)]).toEqual(['end', 'start', 'end']);
  });
});

describe('stepping over bars', () => {
  // A gap after 3: steps count bars, not minutes.
  const times = Float64Array.of(1, 2, 3, 10, 11);

  it('counts bars and stops at the ends', () => {
    expect(stepBars(times, timeMs(3), 1)).toBe(10);
    expect(stepBars(times, timeMs(10), -2)).toBe(2);
    expect(stepBars(times, timeMs(11), 5)).toBe(11);
    expect(stepBars(times, timeMs(1), -5)).toBe(1);
    expect(stepBars(new Float64Array(0), timeMs(1), 1)).toBeNull();
  });

  it('starts from the bar that holds a time between bars', () => {
    expect(stepBars(times, timeMs(7), 1)).toBe(10);
  });
});

describe('confidence', () => {
  it('of each digit is its own step, and any other goes to the nearest', () => {
    expect(CONFIDENCE_STEPS.map((value) => confidenceStep(value))).toEqual([1, 2, 3, 4, 5]);
    expect([0.01, 0.55, 0.95].map(confidenceStep)).toEqual([1, 3, 5]);
  });

  it('is written with the digits that it has', () => {
    expect([1, 0.6, 0.2 + 0.4, 0.75].map(confidenceText)).toEqual(['1.0', '0.6', '0.6', '0.75']);
  });
});

describe('what is read off the bars', () => {
  const bars = makeBarColumns(3);
  bars.time.set([10, 15, 20]);
  bars.open.set([100, 101, 102]);
  bars.close.set([101, 102, 103]);

  it('counts both ends and measures from the first open to the last close', () => {
    expect(spanFigures(aSpan(), bars)).toEqual({ bars: 3, move: 103 / 100 - 1 });
  });

  it('is undefined where the bars do not hold the span', () => {
    expect(spanFigures(aSpan({ endTime: timeMs(25) }), bars)).toBeUndefined();
    expect(spanFigures(aSpan({ startTime: timeMs(5) }), bars)).toBeUndefined();
  });

  it('gives the direction unless a person said otherwise', () => {
    const figures = { bars: 3, move: -0.01 };
    expect(spanDirection(aSpan(), figures)).toBe('down');
    expect(spanDirection(aSpan({ direction: 'up' }), figures)).toBe('up');
    expect(spanDirection(aSpan(), undefined)).toBeNull();
  });
});

it('what is in view is what touches it, and the selected span', () => {
  const spans = [aSpan(), aSpan({ id: spanId('two'), startTime: timeMs(50), endTime: timeMs(60) }), aSpan({ id: spanId('three'), startTime: timeMs(90), endTime: timeMs(95) })];
  const view = { startTime: timeMs(60), endTime: timeMs(80) };
  expect(spansInView(spans, view, null).map((span) => span.id)).toEqual(['two']);
  expect(spansInView(spans, view, spanId('one')).map((span) => span.id)).toEqual(['one', 'two']);
  expect(spansInView(spans, null, null)).toEqual(spans);
});

it('walks a list around its ends', () => {
  expect(nextInCycle([null, 'up', 'down'], 'down')).toBeNull();
  expect(neighbour(['a', 'b', 'c'], 'c', 'next')).toBe('a');
  expect(neighbour(['a', 'b', 'c'], 'a', 'previous')).toBe('c');
  expect(neighbour(['a', 'b'], undefined, 'previous')).toBe('b');
  expect(neighbour([], undefined, 'next')).toBeUndefined();
});
