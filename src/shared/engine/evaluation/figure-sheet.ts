import type { Interval, Intervals } from '../../domain/evaluation.ts';
import { intervalOf, type SampledFigure } from './bootstrap/interval.ts';
import type { Resamples } from './bootstrap/resamples.ts';
import { sampleSums } from './bootstrap/sample-sums.ts';
import { totalFigures, type WindowSums } from './sums/window-sums.ts';

/** Every figure of an evaluation under its dotted path, with what the resamples gave for it. */
export class FigureSheet {
  readonly #figures = new Map<string, SampledFigure>();
  readonly #resamples: Resamples;

  constructor(resamples: Resamples) {
    this.#resamples = resamples;
  }

  /** Enters the figures as `path.name`, or by their name alone below the path '', and answers them. */
  addSums<Name extends string>(path: string, sums: WindowSums<Name>): Readonly<Record<Name, number>> {
    const values = totalFigures(sums);
    const samples = sampleSums(sums, this.#resamples);
    sums.names.forEach((name, k) => this.add(path === '' ? name : `${path}.${name}`, { value: values[name], samples: samples[k] }));
    return values;
  }

  add(path: string, figure: SampledFigure): void {
    this.#figures.set(path, figure);
  }

  /** Throws where nobody entered it, which is a fault of the program. */
  figure(path: string): SampledFigure {
    const figure = this.#figures.get(path);
    if (figure === undefined) throw new Error(`there is no figure ${path}`);
    return figure;
  }

  all(): ReadonlyMap<string, SampledFigure> {
    return this.#figures;
  }

  /** Of the figures below `prefix`, by the rest of their paths. */
  intervals(prefix: string): Intervals {
    const found: Record<string, Interval> = {};
    for (const [path, { samples }] of this.#figures) {
      const interval = path.startsWith(prefix) ? intervalOf(samples) : null;
      if (interval !== null) found[path.slice(prefix.length)] = interval;
    }
    return found;
  }
}
