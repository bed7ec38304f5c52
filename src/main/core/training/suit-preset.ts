import type { Database } from 'better-sqlite3';
import type { Preset } from '../../../shared/contract/training.ts';
import { usualEpochs } from './usual-epochs.ts';
import { usualSplit, usualTrainingWindows } from './usual-split.ts';

/** The preset with the split and the epochs that suit the project's windows. */
export function suitPreset(db: Database, preset: Preset): Preset {
  return { ...preset, config: { ...preset.config, split: usualSplit(db), epochs: usualEpochs(preset, usualTrainingWindows(db)) } };
}
