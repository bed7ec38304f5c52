import type { BarColumns } from '../../../../shared/domain/bar.ts';
import type { TimeMs } from '../../../../shared/domain/time.ts';
import { swingAt } from '../../editing/swings.ts';
import type { BarAxis } from '../../geometry/bar-axis.ts';

export interface SwingMarkModel {
  /** Of the bar that an edge was drawn to. */
  readonly time: TimeMs;
  readonly bars: BarColumns;
  /** CSS pixels from the top of the pane; null: there is no scale yet. */
  yOf(price: number): number | null;
}

/** Middle of the mark in CSS pixels. */
export interface SwingMark {
  readonly x: number;
  readonly y: number;
}

/** At the high or the low that the edge was drawn to; null: it was drawn to none. */
export function swingMark(model: SwingMarkModel | null, axis: BarAxis): SwingMark | null {
  if (model === null || model.bars.time.length !== axis.count) return null;
  const index = axis.indexOf(model.time);
  const swing = swingAt(model.bars, index);
  const y = swing === null ? null : model.yOf(model.bars[swing][index]);
  return y === null ? null : { x: axis.middleOf(index), y };
}
