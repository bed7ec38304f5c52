import type { Page } from 'playwright-core';
import { framesDuring } from './frame-recorder.ts';

const PAN_MOVES = 150;
const ZOOM_NOTCHES = 24;
const DRAG_MOVES = 150;
const NOTCH_PIXELS = 100;

export type Gesture = 'pan' | 'zoom' | 'drag';
export type GestureFrames = Readonly<Record<Gesture, readonly number[]>>;

/** The same gestures on either chart. `panButton`: that which moves the bars there. `toEdge`: puts the pointer on what is dragged. */
export interface Hands {
  readonly panButton: 'left' | 'middle';
  toEdge(page: Page): Promise<Point>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The library's own chart, which has no edges: the same pointer moves its bars instead. */
export const BARE_HANDS: Hands = {
  panButton: 'left',
  toEdge: async (page) => {
    const point = await middleOf(page);
    await page.mouse.move(point.x, point.y);
    return point;
  },
};

export const OUR_HANDS: Hands = { panButton: 'middle', toEdge: moveToAnEdge };

/** Frames of each gesture, in ms. */
export async function playGestures(page: Page, hands: Hands): Promise<GestureFrames> {
  const zoom = await framesDuring(page, () => zoomOutAndIn(page));
  const pan = await framesDuring(page, () => pullToAndFro(page, hands.panButton, PAN_MOVES, 6));
  const edge = await hands.toEdge(page);
  const drag = await framesDuring(page, () => pullFrom(edge, page, DRAG_MOVES));
  return { pan, zoom, drag };
}

async function zoomOutAndIn(page: Page): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  for (const direction of [1, -1]) {
    for (let notch = 0; notch < ZOOM_NOTCHES; notch++) await page.mouse.wheel(0, direction * NOTCH_PIXELS);
  }
}

async function pullToAndFro(page: Page, button: 'left' | 'middle', moves: number, pixels: number): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down({ button });
  for (let move = 0; move < moves; move++) await page.mouse.move(x + pixels * toAndFro(move, moves), y);
  await page.mouse.up({ button });
}

/** Ends where it began: a label that was dragged is as it was. */
async function pullFrom({ x, y }: Point, page: Page, moves: number): Promise<void> {
  await page.mouse.down();
  for (let move = 0; move < moves; move++) await page.mouse.move(x + 2 * toAndFro(move, moves), y + (move % 2));
  await page.mouse.move(x, y);
  await page.mouse.up();
}

/** 0, 1, 2, … up to a quarter of `moves`, back over 0 to minus as much, and to 0 again. */
function toAndFro(move: number, moves: number): number {
  const quarter = moves / 4;
  const phase = (move / quarter) % 4;
  return quarter * (phase < 1 ? phase : phase < 3 ? 2 - phase : phase - 4);
}

async function middleOf(page: Page): Promise<Point> {
  const box = await page.getByTestId('chart').boundingBox();
  if (box === null) throw new Error('No chart is shown.');
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** The chart says what the pointer could take hold of. */
async function moveToAnEdge(page: Page): Promise<Point> {
  const { x, y } = await middleOf(page);
  for (let offset = 0; offset < 300; offset++) {
    await page.mouse.move(x + offset, y);
    if ((await page.getByTestId('chart').getAttribute('data-pointer')) === 'edge') return { x: x + offset, y };
  }
  throw new Error('No edge of a label is in view.');
}
