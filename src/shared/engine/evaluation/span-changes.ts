import { overlapOverUnion, type Segment } from './match-spans.ts';

export interface SpanChanges {
  /** In both, with the same edges. */
  readonly same: number;
  /** In both, by a shared bar, with other edges. */
  readonly moved: number;
  readonly gained: number;
  readonly lost: number;
}

/** What became of the spans of one window. Each is the same as, or was moved from, at most one; those that overlap most go together. */
export function countSpanChanges(before: readonly Segment[], after: readonly Segment[]): SpanChanges {
  const pairs = before
    .flatMap((old, i) => after.map((now, k) => ({ i, k, overlap: overlapOverUnion(old, now) })))
    .filter(({ overlap }) => overlap > 0)
    .sort((a, b) => b.overlap - a.overlap || a.i - b.i || a.k - b.k);
  const [paired, met] = [new Set<number>(), new Set<number>()];
  let same = 0;
  for (const { i, k, overlap } of pairs) {
    if (paired.has(i) || met.has(k)) continue;
    paired.add(i);
    met.add(k);
    if (overlap === 1) same++;
  }
  return { same, moved: paired.size - same, gained: after.length - met.size, lost: before.length - paired.size };
}

export function sumChanges(windows: readonly SpanChanges[]): SpanChanges {
  const sum = (of: keyof SpanChanges): number => windows.reduce((total, changes) => total + changes[of], 0);
  return { same: sum('same'), moved: sum('moved'), gained: sum('gained'), lost: sum('lost') };
}
