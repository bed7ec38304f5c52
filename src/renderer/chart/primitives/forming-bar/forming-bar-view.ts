import type { BarColumns } from '../../../../shared/domain/bar.ts';
import { timeMs } from '../../../../shared/domain/time.ts';
import type { BarAxis } from '../../geometry/bar-axis.ts';

export interface FormingBarModel {
  /** One bar. */
  readonly bar: BarColumns;
  /** CSS pixels from the top of the candles; null: they have no scale yet. */
  yOf(price: number): number | null;
}

/** In CSS pixels. */
export interface FormingBar {
  readonly middle: number;
  readonly width: number;
  readonly high: number;
  readonly low: number;
  readonly top: number;
  readonly bottom: number;
  readonly isUp: boolean;
}

/** Of the room of a candle. */
const BODY_SHARE = 0.66;

/** null: it is not among the loaded ones. */
export function formingBar(model: FormingBarModel | null, axis: BarAxis): FormingBar | null {
  if (model === null) return null;
  const { bar, yOf } = model;
  const index = axis.indexOf(timeMs(bar.time[0]));
  const [open, high, low, close] = [bar.open, bar.high, bar.low, bar.close].map((column) => yOf(column[0]));
  if (index < 0 || bar.time[0] !== axis.timeOf(index) || open === null || high === null || low === null || close === null) return null;
  return { middle: axis.middleOf(index), width: axis.spacing * BODY_SHARE, high, low, top: Math.min(open, close), bottom: Math.max(open, close), isUp: bar.close[0] >= bar.open[0] };
}
