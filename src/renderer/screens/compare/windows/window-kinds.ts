import type { ComparedWindow } from '../../../../shared/domain/comparison.ts';

/** Which windows are listed, by who gets them right. */
export type WindowKind = 'some' | 'none' | 'every' | 'all';
export const WINDOW_KINDS: readonly WindowKind[] = ['some', 'none', 'every', 'all'];

export function isOfKind({ right }: ComparedWindow, kind: WindowKind): boolean {
  if (kind === 'all') return true;
  if (kind === 'every') return right.every(Boolean);
  return kind === 'none' ? !right.some(Boolean) : right.some(Boolean) && !right.every(Boolean);
}

export function kindTitle(kind: WindowKind, contenders: number): string {
  const isPair = contenders === 2;
  if (kind === 'some') return isPair ? 'Only one right' : 'Only some right';
  if (kind === 'none') return isPair ? 'Both wrong' : 'None right';
  if (kind === 'every') return isPair ? 'Both right' : 'All right';
  return 'Every window';
}

/**
 * The two whose predictions are laid over the bars: the first, and the first other one that fares differently, else the second.
 * One that the same run shows (the first's together with others) would say nothing more; null: there is no other.
 */
export function shownPair({ right, shownBy }: ComparedWindow): readonly [number, number | null] {
  const others = right.map((_, place) => place).filter((place) => shownBy[place] !== shownBy[0]);
  return [0, others.find((place) => right[place] !== right[0]) ?? others.at(0) ?? null];
}
