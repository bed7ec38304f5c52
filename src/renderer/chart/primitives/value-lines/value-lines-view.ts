import type { BarAxis } from '../../geometry/bar-axis.ts';
import type { LineName } from '../../indicators/indicator-lines.ts';

export interface ValueLinesModel {
  readonly names: readonly LineName[];
  /** At a loaded candle; NaN: there is none. */
  valueAt(name: LineName, index: number): number;
  /** Whether no line leads to this candle from the one before. */
  beginsAt(name: LineName, index: number): boolean;
  /** CSS pixels from the top of the pane; null: there is no scale yet. */
  yOf(value: number): number | null;
}

export interface ValueLine {
  readonly name: LineName;
  /** In CSS pixels, x and y in turn: each part is a line of its own. */
  readonly parts: readonly (readonly number[])[];
}

/** The lines through the candles in view and one more on either side. null: none are shown. */
export function valueLines(model: ValueLinesModel | null, axis: BarAxis): ValueLine[] {
  const visible = axis.visible();
  if (model === null || visible === null) return [];
  const [from, to] = [Math.max(0, visible.from - 1), Math.min(axis.count - 1, visible.to + 1)];
  return model.names.map((name) => ({ name, parts: partsOf(model, name, axis, from, to) }));
}

function partsOf(model: ValueLinesModel, name: LineName, axis: BarAxis, from: number, to: number): number[][] {
  const parts: number[][] = [];
  let part: number[] | null = null;
  for (let i = from; i <= to; i += 1) {
    const value = model.valueAt(name, i);
    const y = Number.isNaN(value) ? null : model.yOf(value);
    if (y === null || model.beginsAt(name, i)) part = null;
    if (y === null) continue;
    if (part === null) parts.push((part = []));
    part.push(axis.middleOf(i), y);
  }
  return parts;
}
