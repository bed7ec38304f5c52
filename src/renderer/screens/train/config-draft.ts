import type { Preset } from '../../../shared/contract/training.ts';
import type { SpanMode, SplitConfig, TrainConfig } from '../../../shared/domain/train-config.ts';

/** What the person chose; null: as the preset has it. */
export interface ConfigDraft {
  readonly presetId: string | null;
  readonly mode: SpanMode | null;
  readonly epochs: number | null;
  readonly seed: number | null;
  readonly split: SplitConfig | null;
  readonly backend: TrainConfig['backend'] | null;
  readonly wideVectors: boolean | null;
}

export const EMPTY_DRAFT: ConfigDraft = { presetId: null, mode: null, epochs: null, seed: null, split: null, backend: null, wideVectors: null };

/** The configuration that a draft stands for; null: there are no presets. */
export function draftConfig(presets: readonly Preset[], draft: ConfigDraft): TrainConfig | null {
  const chosen = presets.find((preset) => preset.id === draft.presetId) ?? presets[0];
  if (chosen === undefined) return null;
  const { config } = chosen;
  return {
    ...config,
    mode: draft.mode ?? config.mode,
    epochs: draft.epochs ?? config.epochs,
    seed: draft.seed ?? config.seed,
    split: draft.split ?? config.split,
    backend: draft.backend ?? config.backend,
    ...(draft.wideVectors === null ? {} : { wideVectors: draft.wideVectors }),
  };
}
