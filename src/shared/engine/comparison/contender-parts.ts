import type { ContenderPart, TogetherContender } from '../../domain/comparison.ts';
import { quote } from './words/numbers.ts';

/** Who is compared, whatever came out of it. */
export type AboutContender = ContenderPart | TogetherContender;

/** What learned: the contender itself, or each of several together. */
export const partsOf = (contender: AboutContender): readonly ContenderPart[] => (contender.mode === 'together' ? contender.parts : [contender]);

/** Seeds that it was judged from, one by one. */
export const countSeeds = (contender: AboutContender): number => new Set(partsOf(contender)[0].runs.map(({ seed }) => seed)).size;

export interface Learner extends ContenderPart {
  /** Of the contender that it is or belongs to, from 0: in whose colour its course is drawn. */
  readonly place: number;
  /** From 1 among several that belong to one contender; absent: it is the only one. */
  readonly nth?: number;
}

/** Whatever learned, once: contenders first count as themselves, then parts of several together that are no contenders. In the contenders' order. */
export function learnersOf(contenders: readonly AboutContender[]): readonly Learner[] {
  const known = new Set(contenders.filter(({ mode }) => mode !== 'together').map(({ name }) => name));
  return contenders.flatMap((contender, place) => {
    if (contender.mode !== 'together') return [{ ...contender, place }];
    const parts = contender.parts.filter(({ name }) => !known.has(name));
    parts.forEach(({ name }) => known.add(name));
    return parts.map((part, n) => ({ ...part, place, ...(parts.length > 1 ? { nth: n + 1 } : {}) }));
  });
}

/** Why curves of learning show no line of several together. */
export function learnedApart(contenders: readonly AboutContender[]): readonly string[] {
  return contenders.flatMap((contender) => (contender.mode === 'together' ? [`${quote(contender.name)} did not learn as one: what is told of learning is told of each of its parts, in its colour where the part is no contender itself.`] : []));
}
