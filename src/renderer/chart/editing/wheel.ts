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

const PIXELS_PER_UNIT = [1, 16, 400] as const;
/** A notch of a usual mouse is 100 to 120 pixels: about a sixth closer or farther. */
const ZOOM_PER_PIXEL = 0.0015;
/** Browsers report a pinch as a wheel with Ctrl, in much smaller steps. */
const PINCH_PER_PIXEL = 0.012;
const LARGEST_STEP = 240;

/** Up zooms in. Sideways, or with Shift, moves; the greater of the two directions counts. */
export function wheelIntent(turn: WheelTurn): WheelIntent {
  const unit = PIXELS_PER_UNIT[turn.deltaMode] ?? 1;
  const x = limit(turn.deltaX * unit);
  const y = limit(turn.deltaY * unit);
  if (turn.shiftKey) return { kind: 'pan', pixels: x === 0 ? y : x };
  if (Math.abs(x) > Math.abs(y)) return { kind: 'pan', pixels: x };
  return { kind: 'zoom', factor: Math.exp(-y * (turn.ctrlKey ? PINCH_PER_PIXEL : ZOOM_PER_PIXEL)) };
}

const limit = (pixels: number): number => Math.min(Math.max(pixels, -LARGEST_STEP), LARGEST_STEP);
