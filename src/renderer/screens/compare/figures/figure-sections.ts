import type { ComparedFigure } from '../../../../shared/domain/comparison.ts';
import { HEADLINES } from '../../../../shared/engine/comparison/words/figure-names.ts';

export interface FigureSection {
  readonly title: string;
  readonly figures: readonly ComparedFigure[];
}

/** By how the paths of their figures begin. */
const SECTIONS: readonly { readonly title: string; readonly paths: RegExp }[] = [
  { title: 'Bars', paths: /^bar\./ },
  { title: 'Spans', paths: /^span\./ },
  { title: 'Probabilities, no threshold chosen', paths: /^(auprc|auc|separation|ece|brier)\b/ },
  { title: 'Other heads', paths: /^(pointers|type|countdown)\./ },
];

/** Every figure in groups, in each those first that a person looks for first; `others`: those of single decoders. */
export function figureSections(figures: readonly ComparedFigure[]): { readonly sections: readonly FigureSection[]; readonly others: readonly ComparedFigure[] } {
  const sections = SECTIONS.map(({ title, paths }) => ({ title, figures: figures.filter(({ figure }) => paths.test(figure)).toSorted(byHeadline) }));
  return { sections: sections.filter((section) => section.figures.length > 0), others: figures.filter(({ figure }) => !SECTIONS.some(({ paths }) => paths.test(figure))) };
}

const byHeadline = (a: ComparedFigure, b: ComparedFigure): number => rankOf(a) - rankOf(b);

function rankOf({ figure }: ComparedFigure): number {
  const rank = HEADLINES.indexOf(figure);
  return rank < 0 ? HEADLINES.length : rank;
}
