import type { BarColumns } from '../../domain/bar.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { windowFeatures, windowFeaturesAfresh } from '../features/bar-features.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import { freshStarts } from '../features/fresh-starts.ts';
import { requirePrices } from '../features/require-prices.ts';
import { augmentWindow } from './augmentation/augment-window.ts';
import type { Variant } from './augmentation/variants.ts';
import { windowTargets } from './targets.ts';
import type { TrainPart } from './train-data.ts';
import type { WindowData } from './window-data.ts';

/** What decides the tensors of a window. */
export interface TensorRules extends Pick<TrainConfig, 'featureScope' | 'maskTarget'> {
  readonly features: FeatureSet;
}

/** A part of `count` windows of `length` bars, in so many variants, to be filled one row after the other. */
export function makePart(count: number, length: number, features: FeatureSet, variants = 1): TrainPart {
  const inputs = features.names.length;
  const rows = count * variants;
  return {
    windows: count,
    length,
    inputs,
    ...(variants === 1 ? {} : { variants, countsDown: new Uint8Array(rows).fill(1) }),
    features: new Float32Array(rows * length * inputs),
    mask: new Float32Array(rows * length),
    heights: new Float32Array(rows * length),
    countdown: new Float32Array(rows * length),
    pointers: new Float32Array(rows * 2),
    type: new Int32Array(rows).fill(-1),
    oneSpan: new Uint8Array(rows),
    confidence: new Float32Array(rows).fill(1),
    spanCount: new Int32Array(rows),
  };
}

/** Computes the features and targets of a window and writes them as the part's n-th row. The window has the part's length. */
export function fillWindow(part: TrainPart, n: number, window: WindowData, rules: TensorRules): void {
  const { length, inputs } = part;
  const targets = windowTargets(window.spans, length, rules.maskTarget);
  part.features.set(inputsOf(window, rules), n * length * inputs);
  part.mask.set(targets.mask, n * length);
  part.heights.set(targets.heights, n * length);
  part.countdown.set(targets.countdown, n * length);
  part.pointers.set(targets.pointers, n * 2);
  part.type[n] = targets.type;
  part.oneSpan[n] = window.spans.length === 1 ? 1 : 0;
  part.confidence[n] = targets.confidence;
  part.spanCount[n] = window.spans.length;
}

/** The same for a variant of the window. Bars until the start of a span that runs backwards are no countdown. */
export function fillVariant(part: TrainPart, row: number, window: WindowData, variant: Variant, rules: TensorRules): void {
  fillWindow(part, row, augmentWindow(window, variant), rules);
  if (variant.reversed) part.countsDown![row] = 0;
}

/**
 * What the model reads of a window: [T, D]. Bars before the window are read where features have another scope than `window`.
 * Throws ExpanseError 'invalid-input' where a price is no finite number.
 */
export function inputsOf({ bars, warmUp }: Pick<WindowData, 'bars' | 'warmUp'>, rules: Pick<TensorRules, 'features' | 'featureScope'>): Float32Array {
  requirePrices(bars);
  if (rules.featureScope === 'window') return windowFeaturesAfresh(rules.features, bars, warmUp);
  return windowFeatures(rules.features, bars, warmUp, startsOf(bars, rules.featureScope));
}

/** Where a pass over bars starts afresh. */
export const startsOf = ({ time }: Pick<BarColumns, 'time'>, scope: TrainConfig['featureScope']): readonly number[] => (scope === 'unbroken' ? freshStarts(time) : [0]);
