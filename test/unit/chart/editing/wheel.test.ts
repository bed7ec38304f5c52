import { describe, expect, it } from 'vitest';
import { edgeScrollSpeed } from '../../../../src/renderer/chart/editing/edge-scroll.ts';
import { turnWheel, type WheelGesture, type WheelIntent, type WheelTurn } from '../../../../src/renderer/chart/editing/wheel.ts';

const turn = (change: Partial<WheelTurn>): WheelTurn => ({ deltaX: 0, deltaY: 0, deltaMode: 0, shiftKey: false, ctrlKey: false, ...change });
const wheelIntent = (one: WheelTurn): WheelIntent => turnWheel(one, 0, null).intent;
const factor = (change: Partial<WheelTurn>): number => {
  const intent = wheelIntent(turn(change));
  return intent.kind === 'zoom' ? intent.factor : NaN;
};

describe('a turn of the wheel', () => {
  it('zooms in upwards and out downwards, by the same factor', () => {
    expect(factor({ deltaY: -100 })).toBeGreaterThan(1.1);
    expect(factor({ deltaY: -100 }) * factor({ deltaY: 100 })).toBeCloseTo(1, 10);
  });

  it('moves with Shift, whichever direction the browser reports it in', () => {
    expect(wheelIntent(turn({ deltaY: 100, shiftKey: true }))).toEqual({ kind: 'pan', pixels: 100 });
    expect(wheelIntent(turn({ deltaX: 100, shiftKey: true }))).toEqual({ kind: 'pan', pixels: 100 });
  });

  it('follows the greater of the two directions of a trackpad', () => {
    expect(wheelIntent(turn({ deltaX: 30, deltaY: 4 }))).toEqual({ kind: 'pan', pixels: 30 });
    expect(wheelIntent(turn({ deltaX: 3, deltaY: 40 })).kind).toBe('zoom');
  });

  it('takes the small steps of a pinch for more', () => {
    expect(factor({ deltaY: -5, ctrlKey: true })).toBeGreaterThan(factor({ deltaY: -5 }));
  });

  it('zooms by a pinch in proportion, and no more by a notch with Ctrl than by a notch', () => {
    expect(factor({ deltaY: -4, ctrlKey: true }) * factor({ deltaY: -6, ctrlKey: true })).toBeCloseTo(factor({ deltaY: -10, ctrlKey: true }), 10);
    expect(factor({ deltaY: -120, ctrlKey: true })).toBeLessThan(1.3);
  });

  it('knows lines and pages, and limits a leap', () => {
    expect(factor({ deltaY: -3, deltaMode: 1 })).toBeCloseTo(factor({ deltaY: -48 }), 10);
    expect(factor({ deltaY: -9, deltaMode: 2 })).toBe(factor({ deltaY: -240 }));
  });
});

describe('a gesture on a trackpad', () => {
  /** Turns, each so many ms after the one before. */
  function gesture(turns: readonly (readonly [after: number, change: Partial<WheelTurn>])[]): WheelIntent['kind'][] {
    let last: WheelGesture | null = null;
    let at = 0;
    return turns.map(([after, change]) => {
      at += after;
      last = turnWheel(turn(change), at, last);
      return last.intent.kind;
    });
  }

  it('goes on as it began, however the fingers drift, until they pause', () => {
    expect(gesture([[0, { deltaX: 20 }], [16, { deltaX: 3, deltaY: 9 }], [16, { deltaY: 5 }], [200, { deltaY: 5 }]])).toEqual(['pan', 'pan', 'pan', 'zoom']);
    expect(gesture([[0, { deltaY: 20 }], [16, { deltaX: 9, deltaY: 2 }], [150, { deltaX: 9 }]])).toEqual(['zoom', 'zoom', 'pan']);
  });

  it('moves by what is sideways alone, so that momentum downwards moves nothing', () => {
    const begun = turnWheel(turn({ deltaX: 20 }), 0, null);
    expect(turnWheel(turn({ deltaX: 1, deltaY: 30 }), 16, begun).intent).toEqual({ kind: 'pan', pixels: 1 });
  });

  it('heeds Shift and Ctrl at any time', () => {
    expect(gesture([[0, { deltaX: 20 }], [16, { deltaY: 4, ctrlKey: true }], [16, { deltaY: 4, shiftKey: true }]])).toEqual(['pan', 'zoom', 'pan']);
  });
});

describe('edgeScrollSpeed', () => {
  it('is 0 inside, grows with the distance outside, and has a limit', () => {
    expect([0, 50, 100].map((x) => edgeScrollSpeed(x, 100))).toEqual([0, 0, 0]);
    expect(edgeScrollSpeed(-10, 100)).toBeLessThan(edgeScrollSpeed(-1, 100));
    expect(edgeScrollSpeed(120, 100)).toBeGreaterThan(edgeScrollSpeed(101, 100));
    expect(edgeScrollSpeed(9_000, 100)).toBe(30);
  });
});
