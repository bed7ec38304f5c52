import type { FigureSummary } from '../domain/experiment.ts';

/**
 * Mean, standard deviation and range of every number in the evaluations, under its dotted path, in the order in which it comes
 * first. Items of a list count under their `name` where they have one (baselines); other lists (curves, intervals) are no
 * figures. What is missing or null in one evaluation does not count there.
 */
export function summariseFigures(evaluations: readonly object[]): readonly FigureSummary[] {
  const values = new Map<string, number[]>();
  for (const evaluation of evaluations) collect(evaluation, '', values);
  return [...values].map(([figure, found]) => ({ figure, ...summarise(found) }));
}

/** How intervals were made is no figure of the run. */
const NO_FIGURES = new Set(['resampling']);

function collect(part: object, path: string, values: Map<string, number[]>): void {
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    const figure = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'number' && Number.isFinite(value)) values.set(figure, [...(values.get(figure) ?? []), value]);
    else if (Array.isArray(value)) for (const item of value.filter(isNamed)) collect(item, `${figure}.${item.name}`, values);
    else if (typeof value === 'object' && value !== null && !NO_FIGURES.has(figure)) collect(value, figure, values);
  }
}

const isNamed = (item: unknown): item is { readonly name: string } => typeof item === 'object' && item !== null && 'name' in item && typeof item.name === 'string';

/** values: at least one. */
function summarise(values: readonly number[]): Omit<FigureSummary, 'figure'> {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    members: values.length,
    mean,
    deviation: values.length === 1 ? null : Math.sqrt(squares / (values.length - 1)),
    low: Math.min(...values),
    high: Math.max(...values),
  };
}
