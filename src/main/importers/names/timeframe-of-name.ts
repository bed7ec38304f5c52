import { parseTimeframe } from '../../../shared/domain/timeframe.ts';

const WORDS: Readonly<Record<string, string>> = { daily: '1d', hourly: '1h', hour: '1h', minute: '1m', second: '1s', weekly: '1w' };

/** The timeframe that a word of a file's name stands for: 1m, 15min, M15, H4, D1, daily. */
export function namedTimeframe(word: string): number | undefined {
  const lower = word.toLowerCase();
  const swapped = /^([mhd])(\d{1,3})$/.exec(lower);
  if (swapped !== null) return parseTimeframe(`${swapped[2]}${swapped[1]}`);
  return parseTimeframe(WORDS[lower] ?? lower.replace(/^(\d+)min(?:ute)?s?$/, '$1m'));
}

/** The first timeframe in a file's name. */
export function timeframeOfName(name: string): number | undefined {
  for (const word of name.split(/[^A-Za-z0-9]+/)) {
    const timeframe = namedTimeframe(word);
    if (timeframe !== undefined) return timeframe;
  }
  return undefined;
}
