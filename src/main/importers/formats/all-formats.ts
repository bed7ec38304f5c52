import { barchart } from './barchart.ts';
import type { BarFormat } from './bar-format.ts';
import { binanceKlines } from './binance-klines.ts';
import { databento, databentoFixedPoint } from './databento.ts';
import { freqtrade } from './freqtrade.ts';
import { histdata } from './histdata.ts';
import { lean, leanEquity } from './lean.ts';
import { metatrader } from './metatrader.ts';
import { ninjatrader } from './ninjatrader.ts';
import { csv, json, parquet } from './plain-columns.ts';
import { tradingview } from './tradingview.ts';
import { yahoo } from './yahoo.ts';

/** In the order in which they are tried: a format stands before those that would also read its files, but worse. */
export const FORMATS: readonly BarFormat[] = [
  leanEquity,
  lean,
  binanceKlines,
  freqtrade,
  databentoFixedPoint,
  databento,
  histdata,
  ninjatrader,
  metatrader,
  yahoo,
  barchart,
  tradingview,
  csv,
  json,
  parquet,
];

export const findFormat = (id: string): BarFormat | undefined => FORMATS.find((format) => format.id === id);
