import type { PaneHosts } from '../panes/pane-hosts.ts';
import { featureNames } from './feature-rows.ts';
import { LINE_TITLES, type LineName } from './indicator-lines.ts';
import type { IndicatorReader } from './indicator-reader.ts';
import type { FeatureWish } from './indicator-wish.ts';
import { laneReach } from './lane-reach.ts';

/** The texts of the legends for one candle. */
export interface IndicatorReadout {
  /** Over the candles. */
  readonly lines: readonly LineReadout[];
  /** In a pane of its own; null: not shown. */
  readonly range: { readonly host: HTMLElement; readonly line: LineReadout } | null;
  readonly lanes: LaneReadout | null;
}

export interface LineReadout {
  readonly name: LineName;
  readonly title: string;
  readonly value: string;
}

export interface LaneReadout {
  readonly hosts: PaneHosts;
  readonly names: readonly string[];
  /** In the order of the names; empty where a candle stands for several bars. */
  readonly values: readonly string[];
}

const NONE = '–';

/** index: among the loaded candles. */
export function lineReadout(reader: IndicatorReader, name: LineName, index: number, decimals: number): LineReadout {
  const value = reader.valueAt(name, index);
  return { name, title: LINE_TITLES[name], value: Number.isNaN(value) ? NONE : value.toFixed(decimals) };
}

export function laneReadout(reader: IndicatorReader, index: number, wish: FeatureWish, hosts: PaneHosts): LaneReadout {
  const names = featureNames(wish);
  return { hosts, names, values: [...(reader.featuresAt(wish.set, index) ?? [])].map((value, i) => laneText(value, names[i])) };
}

/** A third decimal where values are small. */
function laneText(value: number, name: string): string {
  return Number.isNaN(value) ? NONE : value.toFixed(laneReach(name) < 0.5 ? 3 : 2).replace('-', '−');
}
