import type { ComparedFigure } from '../../../domain/comparison.ts';
import type { PairedDifference, Verdict } from '../../../domain/evaluation.ts';
import { formatDifference, formatInterval } from './numbers.ts';

const JUDGED: Readonly<Record<Verdict, string>> = { better: 'better', worse: 'worse', noDifference: 'no difference' };
const UNJUDGED: Readonly<Record<Verdict, string>> = { better: 'higher', worse: 'lower', noDifference: 'no difference' };

export const verdictWord = ({ higherIsBetter }: Pick<ComparedFigure, 'higherIsBetter'>, verdict: Verdict): string => (higherIsBetter === null ? UNJUDGED : JUDGED)[verdict];

export const describeDifference = ({ difference, interval }: PairedDifference): string => `${formatDifference(difference)} ${formatInterval(interval)}`;
