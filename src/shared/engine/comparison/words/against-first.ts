import type { ComparedFigure } from '../../../domain/comparison.ts';
import type { Verdict } from '../../../domain/evaluation.ts';
import { countSeeds } from '../contender-parts.ts';
import { findFigure, type ComparisonFacts } from './facts.ts';
import { HEADLINES, nameFigure } from './figure-names.ts';
import { count, listWords, quote } from './numbers.ts';
import { describeDifference } from './verdict-words.ts';

/** The k-th contender held against the first, and what of that seeds alone could have made. */
export function againstFirst(facts: ComparisonFacts, k: number): readonly string[] {
  const { contenders, windows, spans } = facts;
  const headlines = HEADLINES.flatMap((name) => findFigure(facts, name) ?? []);
  const pair = `${quote(contenders[k].name)} against ${quote(contenders[0].name)}, on the same ${count(windows, 'window')} with ${count(spans, 'span')}`;
  const verdicts = [say('better', headlines, k), say('worse', headlines, k), sayNone(headlines, k)].flatMap((each) => each ?? []);
  return [`${pair}: ${verdicts.length === 0 ? 'they have no figure in common' : verdicts.join('; ')}.`, ...bySeeds(facts, headlines, k)];
}

const having = (headlines: readonly ComparedFigure[], k: number, verdict: Verdict): readonly ComparedFigure[] => headlines.filter(({ differences }) => differences[k]?.verdict === verdict);

function say(verdict: Verdict, headlines: readonly ComparedFigure[], k: number): string | null {
  const found = having(headlines, k, verdict);
  if (found.length === 0) return null;
  return `${verdict} in ${listWords(found.map(({ figure, differences }) => `${nameFigure(figure)} (${describeDifference(differences[k]!)})`))}`;
}

/** No difference is said of figures whose interval holds 0. */
function sayNone(headlines: readonly ComparedFigure[], k: number): string | null {
  const found = having(headlines, k, 'noDifference');
  if (found.length === 0) return null;
  const all = found.length === headlines.length ? 'no difference was found: the interval of each holds 0, in ' : 'no difference (the interval holds 0) in ';
  return `${all}${listWords(found.map(({ figure, differences }) => `${nameFigure(figure)} (${describeDifference(differences[k]!)})`))}`;
}

/** Differences that windows tell for sure, but that are no larger than twice the standard error over seeds. */
function bySeeds({ contenders }: ComparisonFacts, headlines: readonly ComparedFigure[], k: number): readonly string[] {
  const errorOf = (deviation: number | null, at: number): number | null => (deviation === null ? null : deviation ** 2 / countSeeds(contenders[at]));
  const doubtful = headlines.filter(({ differences, deviations }) => {
    const [own, first] = [errorOf(deviations[k], k), errorOf(deviations[0], 0)];
    const difference = differences[k];
    if (own === null || first === null || difference === null || difference.verdict === 'noDifference') return false;
    return Math.abs(difference.difference) <= 2 * Math.sqrt(own + first);
  });
  if (doubtful.length === 0) return [];
  return [`The differences between ${quote(contenders[k].name)} and ${quote(contenders[0].name)} in ${listWords(doubtful.map(({ figure }) => nameFigure(figure)))} are no larger than two standard errors over their seeds: other seeds could turn them round.`];
}
