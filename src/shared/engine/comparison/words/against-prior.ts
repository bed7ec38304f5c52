import type { ComparisonFacts } from './facts.ts';
import { formatFigure, quote } from './numbers.ts';
import { describeDifference } from './verdict-words.ts';

/** Whether the k-th contender does better than to know where in a window spans lie. */
export function againstPrior({ baselines, contenders }: ComparisonFacts, k: number): readonly string[] {
  const prior = baselines.find(({ name }) => name === 'positionPrior');
  const gain = prior?.gains[k].bar;
  if (!prior || !gain) return [];
  const name = quote(contenders[k].name);
  const against = `the position in the window alone, no bar looked at (F1 of bars ${formatFigure(prior.bar.f1)}, each at its chosen threshold; difference ${describeDifference(gain)})`;
  if (gain.verdict === 'better') return [`${name} does better than ${against}.`];
  if (gain.verdict === 'worse') return [`${name} does worse than ${against}.`];
  return [`${name} shows no difference to ${against}: it is not shown to have learned anything of bars.`];
}
