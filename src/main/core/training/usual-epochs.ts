import type { Preset } from '../../../shared/contract/training.ts';

/** So few that a learning rate can still rise and fall. */
const FEWEST = 10;

/**
 * How often a preset sees every window where so many train. What was enough for some windows learns ten times as many by heart:
 * epochs fall with the root of the number of windows, so that steps grow with it. Fewer windows than the preset was made for do
 * not learn more from more epochs.
 */
export function usualEpochs({ config, epochsFor }: Pick<Preset, 'config' | 'epochsFor'>, trainingWindows: number): number {
  if (epochsFor === undefined || trainingWindows <= epochsFor) return config.epochs;
  return Math.max(FEWEST, Math.round(config.epochs * Math.sqrt(epochsFor / trainingWindows)));
}
