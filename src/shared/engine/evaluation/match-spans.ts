/** First and last bar, both included. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** Bars that both hold over bars that either holds; in [0, 1]. */
export function overlapOverUnion(a: Segment, b: Segment): number {
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start) + 1;
  if (overlap <= 0) return 0;
  return overlap / (a.end - a.start + 1 + (b.end - b.start + 1) - overlap);
}

export const reachesIou = (least: number) => (a: Segment, b: Segment): boolean => overlapOverUnion(a, b) >= least;

export const edgesWithin = (bars: number) => (a: Segment, b: Segment): boolean => Math.abs(a.start - b.start) <= bars && Math.abs(a.end - b.end) <= bars;

/**
 * One-to-one, greedy by score: the decoded spans, the highest score first, each take the labelled span that is still free,
 * may be its partner, and overlaps it most; of equal ones the earlier. Answers the pairs.
 */
export function matchSpans<Decoded extends Segment & { readonly score: number }, Labelled extends Segment>(
  decoded: readonly Decoded[],
  labelled: readonly Labelled[],
  mayPair: (decoded: Segment, labelled: Segment) => boolean,
): readonly (readonly [Decoded, Labelled])[] {
  const free = new Set(labelled);
  const pairs: (readonly [Decoded, Labelled])[] = [];
  for (const span of decoded.toSorted((a, b) => b.score - a.score)) {
    const partner = bestPartner(span, free, mayPair);
    if (partner === null) continue;
    free.delete(partner);
    pairs.push([span, partner]);
  }
  return pairs;
}

function bestPartner<Labelled extends Segment>(span: Segment, free: ReadonlySet<Labelled>, mayPair: (decoded: Segment, labelled: Segment) => boolean): Labelled | null {
  let best: Labelled | null = null;
  let most = -1;
  for (const candidate of free) {
    if (!mayPair(span, candidate)) continue;
    const overlap = overlapOverUnion(span, candidate);
    if (overlap <= most) continue;
    best = candidate;
    most = overlap;
  }
  return best;
}
