import { namedTimeframe } from './timeframe-of-name.ts';

/** Words in file names that say something of the file and nothing of the instrument. */
const OTHER_WORDS = new Set(
  `ascii ask asc bar bars barchart bid binance bitstamp bybit candle candles chart clean coinbase com csv daily damaged dat data databento
   derived desc descending download dukascopy export forex freqtrade generic glbx gz hist histdata history hour hourly iso json kline klines
   kraken lean mdp3 metatrader mid min minute minutes ms mt mt4 mt5 naive nasdaq ninja ninjatrader noheader oanda ochl ohlc ohlcv okx parquet
   prices raw sample second seconds snappy spot stooq tab test trade trades tradingview tsv txt unix us dates utc yahoo zip zstd`.split(/\s+/),
);

/** The instrument that a file's name most likely speaks of: its first word that is nothing else. '' where there is none. */
export function symbolOfName(name: string): string {
  const words = name
    .replace(/^.*[\\/]/, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '' && !isOther(word));
  return (words[0] ?? '').replace(PAIR_AND_MINUTES, '$1').toUpperCase();
}

/** MetaTrader 4 names a file after the pair and the minutes of a bar: EURUSD1440. */
const PAIR_AND_MINUTES = /^([A-Za-z]{6})(?:1|5|15|30|60|240|1440|10080|43200)$/;

const isOther = (word: string): boolean =>
  OTHER_WORDS.has(word.toLowerCase()) || namedTimeframe(word) !== undefined || /^\d/.test(word) || /^ohlcv\d/i.test(word);
