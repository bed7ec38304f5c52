import type { ContenderSource } from '../../shared/domain/comparison.ts';

/** More cannot be told apart, in a chart or in a table. */
export const MOST_COMPARED = 8;

export function isSameSource(a: ContenderSource, b: ContenderSource): boolean {
  if (a.kind === 'together') return b.kind === 'together' && a.parts.length === b.parts.length && a.parts.every((part) => b.parts.some((other) => isSameSource(part, other)));
  if (a.kind === 'run') return b.kind === 'run' && a.runId === b.runId;
  return b.kind === 'experiment' && a.experimentId === b.experimentId && a.group === b.group;
}

/** Its place among the marked, from 0; -1: it is not marked. */
export function placeOf(compared: readonly ContenderSource[], source: ContenderSource): number {
  return compared.findIndex((other) => isSameSource(other, source));
}

/** The marked with one more at the end, or without it where it was marked already; null: there is no room for it. */
export function toggled(compared: readonly ContenderSource[], source: ContenderSource): readonly ContenderSource[] | null {
  if (placeOf(compared, source) >= 0) return compared.filter((other) => !isSameSource(other, source));
  return compared.length >= MOST_COMPARED ? null : [...compared, source];
}

/** The marked with one more at the end: all of them judged together; null: they are marked so already, or there is no room. */
export function withTogether(compared: readonly ContenderSource[]): readonly ContenderSource[] | null {
  const parts = compared.filter((source) => source.kind !== 'together');
  const together: ContenderSource = { kind: 'together', parts };
  if (parts.length < 2 || compared.length >= MOST_COMPARED || placeOf(compared, together) >= 0) return null;
  return [...compared, together];
}

/** In the same order, but for the one that the others are held against. */
export function withFirst(compared: readonly ContenderSource[], first: number): readonly ContenderSource[] {
  return [compared[first], ...compared.filter((_, place) => place !== first)];
}

/** What a contender is called in charts and lists: A, B, C ... */
export const letterOf = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);
