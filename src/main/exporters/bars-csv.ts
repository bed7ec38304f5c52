import type { BarColumns } from '../../shared/domain/bar.ts';
import { csvLine } from './csv-line.ts';
import { isoTime } from './iso-time.ts';

export const BARS_CSV_HEADER = csvLine(['time', 'open', 'high', 'low', 'close', 'volume']);

/** A line per bar: its opening time in UTC, its prices as the shortest decimals that read back the same, its volume or nothing. */
export function* barsCsvLines(bars: BarColumns): Generator<string> {
  for (let i = 0; i < bars.time.length; i += 1) {
    yield csvLine([isoTime(bars.time[i]), bars.open[i], bars.high[i], bars.low[i], bars.close[i], bars.volume[i]]);
  }
}
