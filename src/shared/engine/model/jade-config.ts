import type { AttentionConfig, EncoderConfig, SpanMode } from '../../domain/train-config.ts';
import { SEGMENT_EMISSIONS } from '../crf/segments/segment-scores.ts';

/** What decides the shapes of JadeCompact's parameters. */
export interface JadeConfig {
  readonly mode: SpanMode;
  /** D, features per bar. */
  readonly inputs: number;
  /** H, the BiLSTM's units per direction. */
  readonly hiddenSize: number;
  /** Absent: the BiLSTM. */
  readonly encoder?: EncoderConfig;
  /** L, in bars; read in mode `segments` alone. */
  readonly longestSpan?: number;
  /** Absent or null: none. */
  readonly attention?: AttentionConfig | null;
}

/** C: no span, one, two or more. */
export const SPAN_COUNTS = 3;
/** L where nothing says otherwise. */
export const USUAL_LONGEST_SPAN = 24;

/** C, states per bar. */
export const stateWidth = ({ hiddenSize, encoder }: Pick<JadeConfig, 'hiddenSize' | 'encoder'>): number =>
  encoder?.kind === 'dilated' ? encoder.channels : 2 * hiddenSize;

/** Units between the pooled states and the heads of a whole window. */
export const PROJECTION_SIZE = 64;
/** Consolidation, retracement, and a third that the published model has and nothing uses. */
export const CLASS_COUNT = 3;
/** Outside and inside of a span. */
export const TAG_COUNT = 2;

/** O, scores per bar of the span head. */
export function emissionWidth({ mode }: Pick<JadeConfig, 'mode'>): number {
  if (mode === 'soft') return 1;
  return mode === 'crf' ? TAG_COUNT : SEGMENT_EMISSIONS;
}
