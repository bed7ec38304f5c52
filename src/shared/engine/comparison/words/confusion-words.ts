import { isDisputed } from '../window-confusion.ts';
import type { ComparisonFacts } from './facts.ts';
import { count, listWords, quote } from './numbers.ts';

/** How many windows all, some and no contenders get right. */
export function confusionWords({ confusion, contenders }: ComparisonFacts): readonly string[] {
  const all = confusion.filter(({ right }) => right.every(Boolean)).length;
  const none = confusion.filter(({ right }) => !right.some(Boolean)).length;
  const alone = contenders.map(({ name }, k) => `${confusion.filter((window) => isDisputed(window) && window.right[k]).length} by ${quote(name)}`);
  return [
    `Of ${count(confusion.length, 'window')} (right: decoded and labelled spans meet one to one at IoU 0.5) ${all} are right by all and ${none} by none; of the ${confusion.length - all - none} others, ${listWords(alone)}.`,
  ];
}
