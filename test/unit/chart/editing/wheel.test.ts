import { describe, expect, it } from 'vitest';
import { edgeScrollSpeed } from '../../../../src/renderer/chart/editing/edge-scroll.ts';
import { wheelIntent, type WheelTurn } from '../../../../src/renderer/chart/editing/wheel.ts';

const turn = (change: Partial<WheelTurn>): WheelTurn => ({ deltaX: 0, deltaY: 0, deltaMode: 0, shiftKey: false, ctrlKey: false, ...change });
const factor = (change: Partial<WheelTurn>): number => {
  const intent = wheelIntent(turn(change));
  return intent.kind === 'zoom' ? intent.factor : NaN;
};

describe('wheelIntent', () => {
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

  it('knows lines and pages, and limits a leap', () => {
    expect(factor({ deltaY: -3, deltaMode: 1 })).toBeCloseTo(factor({ deltaY: -48 }), 10);
    expect(factor({ deltaY: -9, deltaMode: 2 })).toBe(factor({ deltaY: -240 }));
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
