import type { EncoderConfig, SpanMode } from '../../domain/train-config.ts';

/** What decides the shapes of JadeCompact's parameters. */
export interface JadeConfig {
  readonly mode: SpanMode;
  /** D, features per bar. */
  readonly inputs: number;
  /** H, the BiLSTM's units per direction. */
  readonly hiddenSize: number;
  /** Absent: the BiLSTM. */
  readonly encoder?: EncoderConfig;
}

/** C, states per bar. */
export const stateWidth = ({ hiddenSize, encoder }: Pick<JadeConfig, 'hiddenSize' | 'encoder'>): number =>
  encoder?.kind === 'dilated' ? encoder.channels : 2 * hiddenSize;

/** Units between the pooled states and the heads of a whole window. */
export const PROJECTION_SIZE = 64;
/** Consolidation, retracement, and a third that the published model has and nothing uses. */
export const CLASS_COUNT = 3;
/** Outside and inside of a span. */
export const TAG_COUNT = 2;
