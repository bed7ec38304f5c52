import { ExpanseError } from '../../shared/contract/errors.ts';
import type { TrainConfig } from '../../shared/domain/train-config.ts';
import type { CommandContext } from './run-command.ts';

export const USUAL_PRESET = 'published';

/**
 * The settings of a preset, with the split that suits the project: a dataset's own where windows came with one. Throws
 * ExpanseError 'invalid-input' for a name that no preset has.
 */
export async function findPreset(call: CommandContext<object>['call'], id = USUAL_PRESET): Promise<TrainConfig> {
  const presets = await call('listPresets', {});
  const preset = presets.find((each) => each.id === id);
  if (preset !== undefined) return preset.config;
  throw new ExpanseError('invalid-input', `There is no preset "${id}".`, `Choose one of ${presets.map((each) => each.id).join(', ')}.`);
}
