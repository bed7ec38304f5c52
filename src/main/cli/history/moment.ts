import { InvalidArgumentError } from 'commander';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';

/** A moment of the history: after one of its steps, or at a time. */
export type Moment = { readonly kind: 'step'; readonly sequence: number } | { readonly kind: 'time'; readonly time: TimeMs };

const BEGINS_WITH_MONTH = /^\d{4}-\d\d/;
const SAYS_ZONE = /[zZ]|[+-]\d\d:?\d\d$/;
const IS_DATE = /^\d{4}-\d\d(-\d\d)?$/;

/** Parses `--as-of`: '120' is a step, '2024-01-31' and '2024-01-31T09:30' are times (UTC unless they say otherwise). */
export function parseMoment(text: string): Moment {
  if (/^\d{1,15}$/.test(text)) return { kind: 'step', sequence: Number(text) };
  const time = Date.parse(IS_DATE.test(text) || SAYS_ZONE.test(text) ? text : `${text}Z`);
  if (Number.isNaN(time) || !BEGINS_WITH_MONTH.test(text)) throw new InvalidArgumentError('expected the number of a step, or a time such as 2024-01-31T09:30.');
  return { kind: 'time', time: timeMs(time) };
}
