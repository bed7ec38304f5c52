import type { ComparedFigure, Comparison } from '../../../domain/comparison.ts';

/** What words are made of. */
export type ComparisonFacts = Omit<Comparison, 'conclusions' | 'cautions'>;

/** null: no contender has it. */
export const findFigure = ({ figures }: Pick<Comparison, 'figures'>, name: string): ComparedFigure | null => figures.find(({ figure }) => figure === name) ?? null;
