import type { SampledFigure } from '../evaluation/bootstrap/interval.ts';

export interface ContenderFigure extends SampledFigure {
  /** Over seeds (n - 1); null where there is one. */
  readonly deviation: number | null;
}

/**
 * Every figure that all seeds have, as the mean over them, resample by resample: the interval is one of windows, the deviation
 * one of seeds. What is undefined (NaN) for one seed is undefined for all together. seeds: at least one, of the same resamples.
 */
export function averageSeeds(seeds: readonly ReadonlyMap<string, SampledFigure>[]): ReadonlyMap<string, ContenderFigure> {
  const shared = [...seeds[0].keys()].filter((name) => seeds.every((seed) => seed.has(name)));
  return new Map(shared.map((name) => [name, average(seeds.map((seed) => seed.get(name)!))]));
}

function average(figures: readonly SampledFigure[]): ContenderFigure {
  const value = mean(figures.map((figure) => figure.value));
  const samples = figures[0].samples.map((_, r) => mean(figures.map((figure) => figure.samples[r])));
  if (figures.length === 1) return { value, samples, deviation: null };
  const squares = figures.reduce((sum, figure) => sum + (figure.value - value) ** 2, 0);
  return { value, samples, deviation: Math.sqrt(squares / (figures.length - 1)) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
