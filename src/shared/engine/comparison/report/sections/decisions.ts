import type { Comparison } from '../../../../domain/comparison.ts';
import { learnersOf } from '../../contender-parts.ts';
import { findFigure } from '../../words/facts.ts';
import { nameFigure, SAME_DECODER } from '../../words/figure-names.ts';
import { formatFigure, quote } from '../../words/numbers.ts';
import { verdictWord } from '../../words/verdict-words.ts';
import { table, text, type Section } from '../document.ts';

/** What one wants to know of a model, and the figure that answers. */
const QUESTIONS: readonly (readonly [question: string, figure: string])[] = [
  ['Does it rank bars in spans above others?', 'auc'],
  ['\u2026 where few bars are labelled?', 'auprc'],
  ['Does it mark the right bars at 0.5?', 'bar.at05.f1'],
  ['\u2026 at a threshold chosen on validation?', 'bar.best.f1'],
  ['Does it find whole spans, decoded its own way?', 'span.f1Iou50'],
  ['\u2026 all decoded one way, nothing chosen?', `${SAME_DECODER}.span.f1Iou50`],
  ['Does it find both edges?', 'span.hit3'],
  ['Are its probabilities true on average?', 'ece'],
  ['Are they near the labels?', 'brier'],
  ['Are bars in spans more probable than others?', 'separation.separation'],
];

/** A question a row: the figure, and which contender it speaks for, if it speaks. */
export function decisionsSection(comparison: Comparison): Section {
  const { contenders } = comparison;
  const rows = QUESTIONS.flatMap(([question, name]) => {
    const figure = findFigure(comparison, name);
    if (figure === null) return [];
    const values = figure.values.map((value) => (value === null ? 'none' : formatFigure(value)));
    const verdicts = contenders.slice(1).map((_, k) => {
      const difference = figure.differences[k + 1];
      return difference === null ? 'cannot be compared' : verdictWord(figure, difference.verdict);
    });
    return [[question, nameFigure(name), ...values, ...verdicts]];
  });
  const losses = new Set(learnersOf(contenders).map(({ mode }) => mode)).size > 1 ? [['Which loss is lower?', 'the losses', ...contenders.map(() => 'not told'), ...contenders.slice(1).map(() => 'no answer: different losses')]] : [];
  return {
    title: 'Decision table',
    blocks: [
      text(`Verdicts are on each contender against ${quote(contenders[0].name)}; \u201cno difference\u201d means that these windows do not tell the two apart, not that they are equal.`),
      table(['Question', 'answered by', ...contenders.map(({ name }) => name), ...contenders.slice(1).map(({ name }) => `${name} is`)], [...rows, ...losses]),
    ],
  };
}
