import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { FeatureSetName, SplitConfig, TrainConfig } from '../../../shared/domain/train-config.ts';
import { FEATURE_SET_NAMES, featureSet } from '../../../shared/engine/features/feature-set.ts';
import type { JadeConfig } from '../../../shared/engine/model/jade-config.ts';
import { findPreset } from '../../../shared/engine/training/presets.ts';

/** What the reference trains on. */
const PUBLISHED_SETS: readonly FeatureSetName[] = ['relativity', 'relativity+position'];

/**
 * How a model from outside reads its windows, in the words of a training of no epochs: how it was trained is not in its file,
 * so all that only decides a training stands as the published preset has it. Features that the preset knows are computed as
 * it does, afresh in every window. Throws ExpanseError 'invalid-input' where no features fit its inputs.
 */
export function importedConfig({ mode, inputs, hiddenSize, encoder, attention, longestSpan }: JadeConfig, features: FeatureSetName | undefined, split: SplitConfig): TrainConfig {
  const name = chooseFeatures(inputs, features);
  return {
    ...findPreset('published').config,
    preset: 'imported',
    mode,
    hiddenSize,
    ...(encoder === undefined ? {} : { encoder }),
    ...(longestSpan === undefined ? {} : { longestSpan }),
    ...(attention == null ? {} : { attention }),
    epochs: 0,
    features: name,
    featureScope: PUBLISHED_SETS.includes(name) ? 'window' : 'series',
    crfProbability: 'marginals',
    split,
  };
}

function chooseFeatures(inputs: number, wanted: FeatureSetName | undefined): FeatureSetName {
  const fits = (name: FeatureSetName): boolean => featureSet(name).names.length === inputs;
  const chosen = wanted ?? PUBLISHED_SETS.find(fits);
  if (chosen !== undefined && fits(chosen)) return chosen;
  const fitting = FEATURE_SET_NAMES.filter(fits);
  const nextStep = fitting.length === 0 ? 'Only weights that were trained on features of this project can be imported.' : `Name its features: ${fitting.join(' or ')}.`;
  const what = wanted === undefined ? 'which is the number of neither published feature set' : `but ${wanted} has ${featureSet(wanted).names.length}`;
  throw new ExpanseError('invalid-input', `The model reads ${inputs} features per bar, ${what}.`, nextStep);
}
