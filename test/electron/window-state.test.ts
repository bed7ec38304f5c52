import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clampToDisplays, readWindowState, writeWindowState } from '../../src/main/shell/window-state.ts';

const LEFT = { x: 0, y: 0, width: 1920, height: 1080 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1024 };

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-window-'));
  file = join(folder, 'data', 'window.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the remembered window', () => {
  it('comes back as it was', () => {
    const state = { bounds: { x: 2000, y: 50, width: 1000, height: 700 }, maximised: true };
    writeWindowState(file, state);
    expect(readWindowState(file, [LEFT, RIGHT])).toEqual(state);
  });

  it('returns to the first display when its own is gone', () => {
    writeWindowState(file, { bounds: { x: 2000, y: 50, width: 1000, height: 700 }, maximised: false });
    expect(readWindowState(file, [LEFT]).bounds).toEqual({ x: 240, y: 90, width: 1440, height: 900 });
  });

  it.each(['', 'null', '{', '{"bounds":null}', '{"bounds":{"x":"a","y":0,"width":1000,"height":700}}', '{"bounds":{"x":0,"y":0,"width":10,"height":10}}', '[]'])('begins afresh from a file that holds %j', (text) => {
    writeFileSync(file, text);
    expect(readWindowState(file, [LEFT])).toEqual({ bounds: { x: 240, y: 90, width: 1440, height: 900 }, maximised: false });
  });

  it('can always be seen and dragged', () => {
    const bounds = fc.record({ x: fc.integer({ min: -9000, max: 9000 }), y: fc.integer({ min: -9000, max: 9000 }), width: fc.integer({ min: 900, max: 6000 }), height: fc.integer({ min: 600, max: 4000 }) });
    fc.assert(
      fc.property(bounds, (wanted) => {
        const { x, y, width, height } = clampToDisplays(wanted, [LEFT, RIGHT]);
        const reachable = [LEFT, RIGHT].some((display) => x + width > display.x + 100 && x < display.x + display.width - 100 && y >= display.y && y + 50 < display.y + display.height);
        expect(reachable).toBe(true);
        expect(width).toBeLessThanOrEqual(1920);
        expect(height).toBeLessThanOrEqual(1080);
      }),
    );
  });
});
