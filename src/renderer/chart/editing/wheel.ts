/** What a turn of the wheel asks for: a factor to zoom by, or pixels to move by. */
export type WheelIntent = { readonly kind: 'zoom'; readonly factor: number } | { readonly kind: 'pan'; readonly pixels: number };

export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0: pixels, 1: lines, 2: pages. */
  readonly deltaMode: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/** What two fingers do, from when they touch to when their momentum has run out. */
export interface WheelGesture {
  readonly intent: WheelIntent;
  /** When it was turned last, in ms. */
  readonly at: number;
}

const PIXELS_PER_UNIT = [1, 16, 400] as const;
/** A notch of a usual mouse is 100 to 120 pixels: about a sixth closer or farther. */
const ZOOM_PER_PIXEL = 0.0015;
/** Browsers report a pinch as a wheel with Ctrl, in much smaller steps. */
const PINCH_PER_PIXEL = 0.012;
const LARGEST_STEP = 240;
/** Of a pinch; a mouse that is turned with Ctrl held takes as large a step with each notch. */
const LARGEST_PINCH = 20;
/** A pause of so many ms ends a gesture. */
const PAUSE_MS = 150;

/**
 * The next turn of a gesture, or of a new one. Up zooms in, with Ctrl as a pinch does. Sideways, or with Shift, moves. The
 * greater of the two directions decides at the beginning and holds to the end: fingers that drift, and the momentum
 * after them, do not turn a move into a zoom.
 */
export function turnWheel(turn: WheelTurn, at: number, last: WheelGesture | null): WheelGesture {
  const unit = PIXELS_PER_UNIT[turn.deltaMode] ?? 1;
  const [x, y] = [turn.deltaX * unit, turn.deltaY * unit];
  if (turn.shiftKey) return { intent: pan(x === 0 ? y : x), at };
  if (turn.ctrlKey) return { intent: { kind: 'zoom', factor: Math.exp(-limit(y, LARGEST_PINCH) * PINCH_PER_PIXEL) }, at };
  const goesOn = last !== null && at - last.at < PAUSE_MS;
  const isSideways = goesOn ? last.intent.kind === 'pan' : Math.abs(x) > Math.abs(y);
  return { intent: isSideways ? pan(x) : { kind: 'zoom', factor: Math.exp(-limit(y, LARGEST_STEP) * ZOOM_PER_PIXEL) }, at };
}

const pan = (pixels: number): WheelIntent => ({ kind: 'pan', pixels: limit(pixels, LARGEST_STEP) });
const limit = (pixels: number, most: number): number => Math.min(Math.max(pixels, -most), most);
