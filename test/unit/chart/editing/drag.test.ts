import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drag, dragPreview, IDLE, isSameDrawing, press, release, type DragContext, type DragEffect, type DragState } from '../../../../src/renderer/chart/editing/drag.ts';
import { fadeHit } from '../../../../src/renderer/chart/editing/fade-handle.ts';
import { hitTest, type Hit, type SpanTarget } from '../../../../src/renderer/chart/editing/hit-test.ts';
import type { ChartMode, TimeSpan } from '../../../../src/renderer/chart/chart-types.ts';
import { makeBarColumns, type BarColumns } from '../../../../src/shared/domain/bar.ts';
import { spanId } from '../../../../src/shared/domain/ids.ts';
import { axisOfTen, timeOfBar } from '../axis.ts';

const axis = axisOfTen();
const bars = (from: number, to: number): TimeSpan => ({ startTime: timeOfBar(from), endTime: timeOfBar(to) });
const target: SpanTarget = { id: spanId('one'), ...bars(6, 9), startUncertainty: 0, endUncertainty: 2 };

interface Gesture {
  readonly spans?: readonly SpanTarget[];
  readonly selected?: SpanTarget | null;
  readonly mode?: ChartMode;
  readonly bounds?: TimeSpan | null;
  readonly shift?: boolean;
  readonly swings?: BarColumns | null;
  /** What is pressed, where it is not found by x alone. */
  readonly hit?: Hit;
}

/** Presses at the first x, moves over the others and lets go; what is asked for, and the last preview. */
function gesture(path: readonly number[], { spans = [], selected = null, mode = 'label', bounds = null, shift = false, swings = null, hit }: Gesture = {}): { effects: DragEffect[]; preview: TimeSpan | null } {
  // The price follows x, so that both can be told from one number.
  const context = (x: number): DragContext => ({ axis, price: 1_000 - x, swings, bounds, selected });
  const effects: DragEffect[] = [];
  let state: DragState = press({ x: path[0], hit: hit ?? hitTest(path[0], spans, selected?.id ?? null, axis), mode, price: 1_000 - path[0], shift }).state;
  for (const x of path.slice(1)) {
    const step = drag(state, x, context(x));
    state = step.state;
    effects.push(...step.effects);
  }
  const preview = dragPreview(state)?.span ?? null;
  return { effects: [...effects, ...release(state, context(path[path.length - 1])).effects], preview };
}

describe('fading', () => {
  const handle = (edge: 'start' | 'end'): Hit => ({ kind: 'fade', span: target, edge });

  it('makes an edge more uncertain away from the span and less towards it, by whole bars from what it was', () => {
    const fade = (edge: 'start' | 'end', from: number, to: number) => gesture([from, (from + to) / 2, to], { hit: handle(edge), selected: target }).effects;
    expect(fade('start', 44, 18)).toEqual([{ kind: 'fade', id: target.id, edge: 'start', uncertainty: 3 }]);
    expect(fade('end', 125, 144)).toEqual([{ kind: 'fade', id: target.id, edge: 'end', uncertainty: 4 }]);
    expect(fade('end', 125, 20)).toEqual([{ kind: 'fade', id: target.id, edge: 'end', uncertainty: 0 }]);
    expect(fade('end', 125, 5_000)).toEqual([{ kind: 'fade', id: target.id, edge: 'end', uncertainty: 50 }]);
  });

  it('asks for nothing where it ends as it began, and selects the edge of a handle that is clicked', () => {
    expect(gesture([44, 18, 44], { hit: handle('start'), selected: target }).effects).toEqual([]);
    expect(gesture([44], { hit: handle('start'), selected: target }).effects).toEqual([{ kind: 'select', id: target.id, edge: 'start' }]);
  });

  it('takes handles of the selected span alone, at their height alone', () => {
    expect(fadeHit(44, 152, 200, target, axis)).toEqual(handle('start'));
    expect(fadeHit(125, 160, 200, target, axis)).toEqual(handle('end'));
    expect(fadeHit(44, 100, 200, target, axis)).toBeNull();
    expect(fadeHit(60, 152, 200, target, axis)).toBeNull();
    expect(fadeHit(44, 152, 200, null, axis)).toBeNull();
  });
});

describe('creating', () => {
  it('makes a span of the bars that were dragged over, in either direction', () => {
    const made = { effects: [{ kind: 'create', span: bars(2, 5) }], preview: bars(2, 5) };
    expect(gesture([25, 30, 55])).toEqual(made);
    expect(gesture([55, 50, 25])).toEqual(made);
  });

  it('makes a span of one bar where the pointer stays on it', () => {
    expect(gesture([21, 29]).effects).toEqual([{ kind: 'create', span: bars(2, 2) }]);
  });

  it('takes a short press for a click', () => {
    expect(gesture([25, 28]).effects).toEqual([{ kind: 'cursor', time: timeOfBar(2) }]);
  });

  it('stays within the window, and makes nothing outside of it', () => {
    const bounds = bars(4, 12);
    expect(gesture([25, 70], { bounds }).effects).toEqual([{ kind: 'create', span: bars(4, 7) }]);
    expect(gesture([105, 190], { bounds }).effects).toEqual([{ kind: 'create', span: bars(10, 12) }]);
    expect(gesture([150, 190], { bounds })).toEqual({ effects: [], preview: null });
  });

  it('begins a new span on a span that is not selected', () => {
    expect(gesture([75, 95], { spans: [target] }).effects).toEqual([{ kind: 'create', span: bars(7, 9) }]);
  });
});

describe('moving an edge', () => {
  it('snaps to the gap between bars', () => {
    expect(gesture([60, 44], { spans: [target] })).toEqual({ effects: [{ kind: 'move', id: target.id, span: bars(4, 9) }], preview: bars(4, 9) });
    expect(gesture([100, 136], { spans: [target] }).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 13) }]);
  });

  it('leaves at least one bar', () => {
    expect(gesture([60, 180], { spans: [target] }).effects).toEqual([{ kind: 'move', id: target.id, span: bars(9, 9) }]);
    expect(gesture([100, 0], { spans: [target] }).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 6) }]);
  });

  it('asks for nothing when the edge came back to where it was', () => {
    expect(gesture([60, 20, 60], { spans: [target] }).effects).toEqual([]);
  });

  it('selects the edge on a click', () => {
    expect(gesture([60], { spans: [target] }).effects).toEqual([{ kind: 'select', id: target.id, edge: 'start' }]);
  });
});

describe('moving an edge near a swing', () => {
  const swings = makeBarColumns(20);
  swings.high[12] = 5;
  swings.low[3] = -5;
  const move = (path: readonly number[], bounds: TimeSpan | null = null) => gesture(path, { spans: [target], swings, bounds });

  it('draws the edge to it, so that its bar is the last one inside', () => {
    expect(move([100, 136]).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 12) }]);
    expect(move([100, 118]).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 12) }]);
    expect(move([60, 42]).effects).toEqual([{ kind: 'move', id: target.id, span: bars(3, 9) }]);
  });

  it('leaves it where it is dropped farther away', () => {
    expect(move([100, 150]).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 14) }]);
  });

  it('names the swing as long as the edge is there, which the window may prevent', () => {
    const step = (bounds: TimeSpan | null): DragState => drag(press({ x: 100, hit: hitTest(100, [target], null, axis), mode: 'label', price: 0, shift: false }).state, 136, { axis, price: 0, swings, bounds, selected: null }).state;
    expect(step(null)).toMatchObject({ swing: timeOfBar(12) });
    expect(step(bars(0, 11))).toMatchObject({ swing: null, span: bars(6, 11) });
  });
});

describe('moving the body of the selected span', () => {
  const selected = { spans: [target], selected: target };

  it('shifts by whole bars and keeps the length', () => {
    expect(gesture([80, 105], selected).effects).toEqual([{ kind: 'move', id: target.id, span: bars(9, 12) }]);
  });

  it('stops at the ends of the window', () => {
    expect(gesture([80, 190], { ...selected, bounds: bars(2, 11) }).effects).toEqual([{ kind: 'move', id: target.id, span: bars(8, 11) }]);
    expect(gesture([80, 0], { ...selected, bounds: bars(2, 11) }).effects).toEqual([{ kind: 'move', id: target.id, span: bars(2, 5) }]);
  });
});

describe('clicking', () => {
  it('selects a body', () => {
    expect(gesture([80], { spans: [target] }).effects).toEqual([{ kind: 'select', id: target.id, edge: null }]);
  });

  it('elsewhere deselects and sets the cursor', () => {
    expect(gesture([150], { spans: [target], selected: target }).effects).toEqual([
      { kind: 'select', id: null, edge: null },
      { kind: 'cursor', time: timeOfBar(15) },
    ]);
  });
});

describe('clicking with Shift', () => {
  const shift = { spans: [target], selected: target, shift: true };

  it('brings the nearer edge of the selected span to the bar, outside of it and inside', () => {
    expect(gesture([155], shift).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 15) }]);
    expect(gesture([15], shift).effects).toEqual([{ kind: 'move', id: target.id, span: bars(1, 9) }]);
    expect(gesture([75], shift).effects).toEqual([{ kind: 'move', id: target.id, span: bars(7, 9) }]);
    expect(gesture([85], shift).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 8) }]);
  });

  it('stops at the ends of the window, and asks for nothing on the edges', () => {
    expect(gesture([195], { ...shift, bounds: bars(2, 11) }).effects).toEqual([{ kind: 'move', id: target.id, span: bars(6, 11) }]);
    expect(gesture([65], shift).effects).toEqual([]);
    expect(gesture([95], shift).effects).toEqual([]);
  });

  it('does what a click does where nothing is selected', () => {
    expect(gesture([80], { spans: [target], shift: true }).effects).toEqual([{ kind: 'select', id: target.id, edge: null }]);
    expect(gesture([155], { shift: true }).effects).toEqual([{ kind: 'cursor', time: timeOfBar(15) }]);
  });
});

describe('measuring', () => {
  it('goes with Shift from the bar and price that were pressed to those where it is let go, over spans as well', () => {
    const measured = [{ kind: 'measure', from: { time: timeOfBar(7), price: 925 }, to: { time: timeOfBar(13), price: 865 } }];
    expect(gesture([75, 100, 135], { shift: true, spans: [target], selected: target }).effects).toEqual(measured);
    expect(gesture([75, 100, 135], { shift: true, mode: 'pan' })).toEqual({ effects: measured, preview: null });
  });

  it('may go back, and beyond the window', () => {
    expect(gesture([135, 75], { shift: true, bounds: bars(2, 9) }).effects).toEqual([{ kind: 'measure', from: { time: timeOfBar(13), price: 865 }, to: { time: timeOfBar(7), price: 925 } }]);
  });
});

describe('panning', () => {
  it('moves by what the pointer moves, also on spans', () => {
    expect(gesture([60, 66, 61, 50], { spans: [target], selected: target, mode: 'pan' }).effects).toEqual([
      { kind: 'pan-by', pixels: 6 },
      { kind: 'pan-by', pixels: -5 },
      { kind: 'pan-by', pixels: -11 },
    ]);
  });

  it('still selects with a click', () => {
    expect(gesture([80], { spans: [target], mode: 'pan' }).effects).toEqual([{ kind: 'select', id: target.id, edge: null }]);
  });
});

it('never asks for a span that is empty, turned round, not made of bars or outside of the window', () => {
  const isBar = (time: number): boolean => axis.times.includes(time);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 260, noNaN: true }), { minLength: 1, maxLength: 12 }), fc.boolean(), fc.boolean(), fc.boolean(), (path, isSelected, isBounded, shift) => {
      const bounds = isBounded ? bars(3, 15) : null;
      const { effects } = gesture(path, { spans: [target], selected: isSelected ? target : null, bounds, shift });
      for (const effect of effects) {
        if (effect.kind !== 'create' && effect.kind !== 'move') continue;
        const { startTime, endTime } = effect.span;
        expect(startTime).toBeLessThanOrEqual(endTime);
        expect(isBar(startTime) && isBar(endTime)).toBe(true);
        if (bounds !== null) expect(startTime >= bounds.startTime && endTime <= bounds.endTime).toBe(true);
      }
    }),
  );
});

it('shows nothing while nothing is dragged', () => {
  expect(dragPreview(IDLE)).toBeNull();
  expect(drag(IDLE, 50, { axis, price: null, swings: null, bounds: null, selected: null })).toEqual({ state: IDLE, effects: [] });
});

describe('what is drawn of a drag', () => {
  const moving = (span: TimeSpan, swing = false): DragState => ({ kind: 'moving-edge', target, edge: 'end', span, swing: swing ? span.endTime : null });

  it('is the same until bars, swing or span are others', () => {
    expect(isSameDrawing({ kind: 'panning', x: 3 }, { kind: 'panning', x: 9 })).toBe(true);
    expect(isSameDrawing(IDLE, { kind: 'panning', x: 9 })).toBe(true);
    expect(isSameDrawing(moving(bars(6, 8)), moving(bars(6, 8)))).toBe(true);
    expect(isSameDrawing(moving(bars(6, 8)), moving(bars(6, 7)))).toBe(false);
    expect(isSameDrawing(moving(bars(6, 8)), moving(bars(6, 8), true))).toBe(false);
    expect(isSameDrawing(moving(bars(6, 8)), IDLE)).toBe(false);
    expect(isSameDrawing(moving(bars(6, 8)), { kind: 'creating', anchor: timeOfBar(6), span: bars(6, 8) })).toBe(false);
  });
});
