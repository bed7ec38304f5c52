import type { BarColumns } from '../../../../shared/domain/bar.ts';
import type { MeasurePoint } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';
import { measureBars, type MeasuredPoint } from '../../measure/measure-bars.ts';
import { measureWords } from '../../measure/measure-words.ts';

export interface MeasureBoxModel {
  readonly from: MeasurePoint;
  readonly to: MeasurePoint;
  readonly bars: BarColumns;
  readonly priceDecimals: number;
  /** CSS pixels from the top of the pane; null: there is no scale yet. */
  yOf(price: number): number | null;
}

export interface MeasureBox {
  readonly stretch: Stretch;
  /** Heights of both prices in CSS pixels from the top of the pane. */
  readonly fromY: number;
  readonly toY: number;
  /** It ends at a later bar than it begins. */
  readonly isForward: boolean;
  readonly lines: readonly [price: string, bars: string];
}

/** What was measured, in figures and as a box over whole bars; null: nothing, or beyond the loaded bars. */
export function measureBox(model: MeasureBoxModel | null, axis: BarAxis): MeasureBox | null {
  const points = model === null ? null : measuredPoints(model, axis);
  if (model === null || points === null) return null;
  const [from, to] = points;
  const [fromY, toY] = [model.yOf(from.price), model.yOf(to.price)];
  if (fromY === null || toY === null) return null;
  const [first, last] = from.index <= to.index ? [from.index, to.index] : [to.index, from.index];
  return {
    stretch: { left: axis.leftOf(first), right: axis.leftOf(last + 1) },
    fromY,
    toY,
    isForward: from.index <= to.index,
    lines: measureWords(measureBars(model.bars, from, to), model.priceDecimals, axis.barsPerCandle),
  };
}

function measuredPoints({ from, to, bars }: MeasureBoxModel, axis: BarAxis): readonly [MeasuredPoint, MeasuredPoint] | null {
  const isLoaded = ({ time }: MeasurePoint): boolean => axis.stretchOf({ startTime: time, endTime: time }) !== null && axis.indexOf(time) >= 0;
  if (bars.time.length !== axis.count || !isLoaded(from) || !isLoaded(to)) return null;
  const pointOf = ({ time, price }: MeasurePoint): MeasuredPoint => ({ index: axis.indexOf(time), price: price ?? bars.close[axis.indexOf(time)] });
  return [pointOf(from), pointOf(to)];
}
