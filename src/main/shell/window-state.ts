import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';

export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximised: boolean;
}

/** Pixels. Below this the chart and its side panel no longer fit. */
export const SMALLEST = { width: 900, height: 600 };
const PREFERRED = { width: 1440, height: 900 };
/** So much of the window must lie on a display that it can be seen and dragged. */
const VISIBLE = { width: 120, height: 60 };

/** The window as it was left, moved and cut to the displays that there are now. */
export function readWindowState(file: string, displays: readonly Rectangle[]): WindowState {
  const stored = parseState(file);
  if (stored === null) return { bounds: centred(displays[0]!), maximised: false };
  return { bounds: clampToDisplays(stored.bounds, displays), maximised: stored.maximised };
}

export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(state));
}

/** `displays`: work areas, the primary one first. */
export function clampToDisplays(bounds: Rectangle, displays: readonly Rectangle[]): Rectangle {
  const home = displays.find((display) => isVisibleOn(bounds, display));
  if (home === undefined) return centred(displays[0]!);
  const width = Math.min(bounds.width, home.width);
  const height = Math.min(bounds.height, home.height);
  // Cut to the display, it may have to move to stay visible; its title bar stays below the display's upper edge.
  const x = Math.min(Math.max(bounds.x, home.x - width + VISIBLE.width), home.x + home.width - VISIBLE.width);
  return { x, y: Math.max(bounds.y, home.y), width, height };
}

function isVisibleOn(bounds: Rectangle, display: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
  const height = Math.min(bounds.y + bounds.height, display.y + display.height) - Math.max(bounds.y, display.y);
  return width >= VISIBLE.width && height >= VISIBLE.height;
}

function centred(display: Rectangle): Rectangle {
  const width = Math.min(PREFERRED.width, display.width);
  const height = Math.min(PREFERRED.height, display.height);
  return { x: display.x + Math.floor((display.width - width) / 2), y: display.y + Math.floor((display.height - height) / 2), width, height };
}

function parseState(file: string): WindowState | null {
  try {
    const { bounds, maximised } = JSON.parse(readFileSync(file, 'utf8')) as WindowState;
    const isBounds = [bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isInteger);
    return isBounds && bounds.width >= SMALLEST.width && bounds.height >= SMALLEST.height ? { bounds, maximised: maximised === true } : null;
  } catch {
    return null;
  }
}
