import { existsSync, readFileSync } from 'node:fs';
import type { Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';

const FOLDER = new URL('../../../../../shared/goldens/', import.meta.url);
const SERIES = ['btcperp_202201', 'gbpusd_201202', 'es_20131007'];

interface TraceRow {
  readonly trend: 'up' | 'down' | null;
  readonly extreme: number | null;
  readonly extreme_idx: number | null;
  readonly SH: readonly [number, number] | null;
  readonly SL: readonly [number, number] | null;
  readonly atr: number;
}

export interface GoldenSeries {
  readonly name: string;
  readonly feature_names: readonly string[];
  readonly ohlc: readonly (readonly number[])[];
  readonly whole_series: readonly (readonly number[])[];
  readonly per_window_starts: readonly number[];
  readonly per_window: readonly (readonly (readonly number[])[])[];
  readonly zigzag_trace_f64: readonly TraceRow[];
}

/** Why the golden vectors cannot be read; undefined where they can. */
export const noGoldens = existsSync(FOLDER) ? undefined : 'golden vectors are not at ../shared/goldens';

/** 400 real bars each with the reference's features. Empty where the goldens are absent. */
export const goldenSeries: readonly GoldenSeries[] =
  noGoldens === undefined
    ? SERIES.map((name) => ({ ...(JSON.parse(readFileSync(new URL(`features_${name}.json`, FOLDER), 'utf8')) as GoldenSeries), name }))
    : [];

export function goldenFile(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(new URL(name, FOLDER)));
}

export function toOhlc(rows: readonly (readonly number[])[]): Ohlc {
  const column = (c: number): Float64Array => Float64Array.from(rows, (row) => row[c]);
  return { open: column(0), high: column(1), low: column(2), close: column(3) };
}
