import { learnersOf } from '../contender-parts.ts';
import { againstFirst } from './against-first.ts';
import { againstPrior } from './against-prior.ts';
import { atHalf } from './at-half.ts';
import { confusionWords } from './confusion-words.ts';
import { dominantTask } from './dominant-task.ts';
import { driftingSigmas } from './drifting-sigmas.ts';
import type { ComparisonFacts } from './facts.ts';

/** What the figures say, in words: the verdicts first, then each contender by itself. */
export function conclusionsOf(facts: ComparisonFacts): readonly string[] {
  const { contenders } = facts;
  const ofEach = (tell: (k: number) => readonly string[]): readonly string[] => contenders.flatMap((_, k) => tell(k));
  return [
    ...contenders.slice(1).flatMap((_, k) => againstFirst(facts, k + 1)),
    ...confusionWords(facts),
    ...ofEach((k) => againstPrior(facts, k)),
    ...ofEach((k) => atHalf(facts, k)),
    ...learnersOf(contenders).flatMap(driftingSigmas),
    ...learnersOf(contenders).flatMap(dominantTask),
  ];
}
