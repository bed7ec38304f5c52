import type { Interval } from '../../../domain/evaluation.ts';

/** Three decimals; a minus, never a hyphen, before what is below 0. */
export function formatFigure(value: number): string {
  const digits = Math.abs(value).toFixed(3);
  return value < 0 && Number(digits) > 0 ? `\u2212${digits}` : digits;
}

export const formatInterval = ([low, high]: Interval): string => `[${formatFigure(low)}, ${formatFigure(high)}]`;

/** With its sign. */
export const formatDifference = (value: number): string => (Number(Math.abs(value).toFixed(3)) > 0 && value > 0 ? `+${formatFigure(value)}` : formatFigure(value));

/** `1 window`, `2 windows`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** `a, b and c`. */
export const listWords = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

export const quote = (name: string): string => `\u201c${name}\u201d`;
