import type { Comparison, Contender } from '../../../../domain/comparison.ts';
import { findFigure } from '../../words/facts.ts';
import { formatFigure } from '../../words/numbers.ts';
import { table, text, type DocumentFigures, type Section } from '../document.ts';
import { drawLines, type Line, type Point } from '../svg/line-chart.ts';
import { domainOf } from '../svg/ticks.ts';

/** Where the probabilities of bars in spans and outside lie, what thresholds make of them, and how far they can be believed. */
export function probabilitySection(comparison: Comparison): Section {
  const { contenders } = comparison;
  const legend = contenders.map(({ name }) => name);
  return {
    title: 'Probabilities',
    blocks: [
      summary(comparison),
      text('Share of bars by probability: whole lines are bars in spans, dashed ones bars outside. Bars are told apart as far as the two lines part.'),
      { kind: 'figures', legend, items: contenders.map((each, k) => histogram(each, k, highest(contenders))) },
      text('What a threshold makes of them; dots are the thresholds that were chosen on validation.'),
      { kind: 'figures', legend, items: thresholdFigures(contenders) },
      text('Whether they can be read as probabilities: bars in 15 bins of equal mass, on the grey line where as many bars are labelled as is said.'),
      { kind: 'figures', legend, items: [reliability(contenders)] },
    ],
  };
}

function summary(comparison: Comparison): Section['blocks'][number] {
  const { contenders } = comparison;
  const value = (figure: string, k: number): string => {
    const found = findFigure(comparison, figure)?.values[k] ?? null;
    return found === null ? 'none' : formatFigure(found);
  };
  const columns = ['Contender', 'mean in spans', 'mean outside', 'separation', 'in spans at 0.5 or more', 'outside at 0.5 or more', 'chosen threshold'];
  return table(
    columns,
    contenders.map(({ name, curves: { histogram: bars }, bestThreshold }, k) => [
      name,
      ...['separation.inMean', 'separation.outMean', 'separation.separation'].map((figure) => value(figure, k)),
      ...[bars.inside, bars.outside].map((counts) => `${((100 * total(counts.slice(counts.length / 2))) / Math.max(1, total(counts))).toFixed(1)} %`),
      formatFigure(bestThreshold),
    ]),
  );
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Upper edge of the last bin that anybody fills. */
function highest(contenders: readonly Contender[]): number {
  const bins = contenders.flatMap(({ curves: { histogram: bars } }) => [bars.inside, bars.outside]);
  const last = Math.max(...bins.map((counts) => counts.findLastIndex((count) => count > 0)));
  return (last + 1) / bins[0].length;
}

function histogram({ name, curves }: Contender, k: number, high: number): DocumentFigures['items'][number] {
  const { inside, outside } = curves.histogram;
  const lines: readonly Line[] = [
    { colour: k, points: stepsOf(inside) },
    { colour: k, dashed: true, points: stepsOf(outside) },
  ];
  const y = domainOf(lines.flatMap(({ points }) => points.map(([, value]) => value)), 0);
  const shown = lines.map((line) => ({ ...line, points: line.points.filter(([x]) => x <= high + 1e-9) }));
  return { svg: drawLines({ label: `Probabilities of ${name}`, x: { name: 'probability', domain: [0, high] }, y: { name: 'share of bars', domain: y }, lines: shown }), caption: name };
}

/** A flat step for each bin. */
function stepsOf(counts: readonly number[]): readonly Point[] {
  const all = Math.max(1, total(counts));
  return counts.flatMap((count, bin): Point[] => [[bin / counts.length, count / all], [(bin + 1) / counts.length, count / all]]);
}

function thresholdFigures(contenders: readonly Contender[]): DocumentFigures['items'] {
  const high = highest(contenders);
  // A threshold that no labelled bar reaches has no precision to speak of.
  const against = (name: 'f1' | 'precision' | 'recall', caption: string): DocumentFigures['items'][number] => {
    const pointsOf = ({ curves }: Contender): readonly Point[] => curves.thresholds.filter(({ threshold }) => threshold <= high + 1e-9).map((score) => [score.threshold, name === 'precision' && score.recall === 0 ? Number.NaN : score[name]]);
    const dots = contenders.map((each, k) => ({ colour: k, at: nearest(pointsOf(each), each.bestThreshold) }));
    return { svg: drawLines({ label: caption, x: { name: 'threshold', domain: [0, high] }, y: { name: caption, domain: [0, 1] }, lines: contenders.map((each, k) => ({ colour: k, points: pointsOf(each) })), dots }), caption };
  };
  const curve = contenders.map(({ curves }, k): Line => ({ colour: k, points: curves.precisionRecall.map(({ recall, precision }) => [recall, precision]) }));
  return [
    against('f1', 'F1 of bars'),
    against('precision', 'Precision of bars'),
    against('recall', 'Recall of bars'),
    { svg: drawLines({ label: 'Precision over recall', x: { name: 'recall', domain: [0, 1] }, y: { name: 'precision', domain: [0, 1] }, lines: curve }), caption: 'Precision over recall' },
  ];
}

const nearest = (points: readonly Point[], x: number): Point => points.reduce((best, point) => (Math.abs(point[0] - x) < Math.abs(best[0] - x) ? point : best));

function reliability(contenders: readonly Contender[]): DocumentFigures['items'][number] {
  const lines = contenders.map(({ curves }, k): Line => ({ colour: k, points: curves.reliability.map(({ probability, labelled }) => [probability, labelled]) }));
  const high = domainOf(lines.flatMap(({ points }) => points.flat()), 0)[1];
  const believed: Line = { colour: null, dashed: true, points: [[0, 0], [high, high]] };
  return { svg: drawLines({ label: 'Reliability', x: { name: 'mean probability', domain: [0, high] }, y: { name: 'share labelled', domain: [0, high] }, lines: [believed, ...lines] }), caption: 'Reliability' };
}
