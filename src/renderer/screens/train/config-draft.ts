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
}

export const EMPTY_DRAFT: ConfigDraft = { presetId: null, mode: null, epochs: null, seed: null, split: null, backend: null };

/** A preset's names for its modes: 'published' in soft and 'published' in CRF are one entry of the list. */
export function presetChoices(presets: readonly Preset[]): readonly Preset[] {
  return presets.filter((preset, index) => presets.findIndex((other) => other.config.preset === preset.config.preset) === index);
}

/** The modes in which a preset is offered, soft first. */
export function modesOf(presets: readonly Preset[], chosen: Preset): readonly SpanMode[] {
  const modes = presets.filter((preset) => preset.config.preset === chosen.config.preset).map((preset) => preset.config.mode);
  return (['soft', 'crf'] as const).filter((mode) => modes.includes(mode));
}

/** The configuration that a draft stands for; null: there are no presets. */
export function draftConfig(presets: readonly Preset[], draft: ConfigDraft): TrainConfig | null {
  const chosen = presets.find((preset) => preset.id === draft.presetId) ?? presets[0];
  if (chosen === undefined) return null;
  const family = presets.filter((preset) => preset.config.preset === chosen.config.preset);
  const base = family.find((preset) => preset.config.mode === draft.mode)?.config ?? chosen.config;
  const { epochs, seed, split, backend } = draft;
  return { ...base, epochs: epochs ?? base.epochs, seed: seed ?? base.seed, split: split ?? base.split, backend: backend ?? base.backend };
}

/** Changing the kind keeps the shares where both kinds have them. */
export function splitOfKind(kind: SplitConfig['kind'], old: SplitConfig): SplitConfig {
  if (kind === 'dataset') return { kind };
  const shares = old.kind === 'dataset' ? { validation: 0.2, test: 0.15 } : { validation: old.validation, test: old.test };
  return { kind, ...shares };
}
