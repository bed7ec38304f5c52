import type { EncoderConfig } from '../../domain/train-config.ts';
import { sizeOf } from '../safetensors/tensor-data.ts';
import { CLASS_COUNT, emissionWidth, PROJECTION_SIZE, SPAN_COUNTS, stateWidth, TAG_COUNT, USUAL_LONGEST_SPAN, type JadeConfig } from './jade-config.ts';

/** Names of a PyTorch `state_dict` of JadeCompact. */
export type ParameterName = string;

/** How PyTorch fills a parameter at first: uniform in +-bound. Log-sigmas start where the configuration says. */
export type Initial = { readonly kind: 'uniform'; readonly bound: number } | { readonly kind: 'constant'; readonly value: number } | { readonly kind: 'log-sigma' };

export interface ParameterSpec {
  readonly name: ParameterName;
  readonly shape: readonly number[];
  readonly initial: Initial;
}

/** Spans are rare: an untrained field that took each set of spans for as likely would see them everywhere. */
const RARE = -5;

/** As in pytorch-crf. */
const CRF_BOUND = 0.1;

/** All parameters in the order of the reference's `state_dict`, without the aliases of tied ones. */
export function parameterSpecs(config: JadeConfig): readonly ParameterSpec[] {
  const outputs = stateWidth(config);
  return [
    ...['ptr', 'type', 'span', 'countdown'].map(logSigma),
    ...encoderSpecs(config),
    ...(config.attention == null ? [] : attentionSpecs(outputs, config.attention.heads)),
    ...linearSpecs('projection.0', outputs, PROJECTION_SIZE),
    ...linearSpecs('classifier.1', PROJECTION_SIZE, CLASS_COUNT),
    ...linearSpecs('pointer_head.1', PROJECTION_SIZE, 2),
    ...linearSpecs('expansion_span_emission.1', outputs, emissionWidth(config)),
    ...(config.mode === 'crf' ? crfSpecs() : []),
    ...(config.mode === 'segments' ? segmentSpecs(config) : []),
    ...linearSpecs('expansion_countdown_head.1', outputs, 1),
  ];
}

export const countParameters = (specs: readonly ParameterSpec[]): number =>
  specs.reduce((count, { shape }) => count + sizeOf(shape), 0);

function logSigma(task: string): ParameterSpec {
  return { name: `log_sigma_${task}`, shape: [], initial: { kind: 'log-sigma' } };
}

function encoderSpecs(config: JadeConfig): ParameterSpec[] {
  const { encoder } = config;
  if (encoder?.kind === 'dilated') return dilatedSpecs(config.inputs, encoder);
  return [...lstmSpecs(config, ''), ...lstmSpecs(config, '_reverse')];
}

/** A Linear and a Conv1d [out, in, kernel] per block, uniform in +-1/sqrt(in kernel). */
function dilatedSpecs(inputs: number, { channels, blocks, kernel }: Extract<EncoderConfig, { kind: 'dilated' }>): ParameterSpec[] {
  const initial: Initial = { kind: 'uniform', bound: 1 / Math.sqrt(channels * kernel) };
  const block = (index: number): ParameterSpec[] => [
    { name: `encoder.blocks.${index}.weight`, shape: [channels, channels, kernel], initial },
    { name: `encoder.blocks.${index}.bias`, shape: [channels], initial },
  ];
  return [...linearSpecs('encoder.input', inputs, channels), ...Array.from({ length: blocks }, (_, index) => block(index)).flat()];
}

/** Gate rows in the order i, f, g, o; uniform in +-1/sqrt(H). */
function lstmSpecs({ inputs, hiddenSize }: JadeConfig, direction: '' | '_reverse'): ParameterSpec[] {
  const gates = 4 * hiddenSize;
  const initial: Initial = { kind: 'uniform', bound: 1 / Math.sqrt(hiddenSize) };
  const spec = (name: string, shape: readonly number[]): ParameterSpec => ({ name: `lstm.${name}_l0${direction}`, shape, initial });
  return [
    spec('weight_ih', [gates, inputs]),
    spec('weight_hh', [gates, hiddenSize]),
    spec('bias_ih', [gates]),
    spec('bias_hh', [gates]),
  ];
}

/** As PyTorch's MultiheadAttention fills them (Glorot and Bengio 2010), apart from their layout, which tells the number of heads. */
function attentionSpecs(width: number, heads: number): ParameterSpec[] {
  const initial: Initial = { kind: 'uniform', bound: Math.sqrt(6 / (4 * width)) };
  const projections = ['query', 'key', 'value'].flatMap((name): ParameterSpec[] => [
    { name: `attention.${name}.weight`, shape: [heads, width / heads, width], initial },
    { name: `attention.${name}.bias`, shape: [width], initial: { kind: 'uniform', bound: 0 } },
  ]);
  return [...projections, ...linearSpecs('attention.output', width, width)];
}

/** Weight [out, in] and bias [out], both uniform in +-1/sqrt(in). */
function linearSpecs(name: string, inputs: number, outputs: number): ParameterSpec[] {
  const initial: Initial = { kind: 'uniform', bound: 1 / Math.sqrt(inputs) };
  return [
    { name: `${name}.weight`, shape: [outputs, inputs], initial },
    { name: `${name}.bias`, shape: [outputs], initial },
  ];
}

/** Of spans of 1 to L bars, and of windows with 0, 1, ... spans. */
function segmentSpecs({ longestSpan = USUAL_LONGEST_SPAN }: JadeConfig): ParameterSpec[] {
  return [
    { name: 'segments.durations', shape: [longestSpan], initial: { kind: 'constant', value: RARE } },
    { name: 'segments.counts', shape: [SPAN_COUNTS], initial: { kind: 'constant', value: 0 } },
  ];
}

function crfSpecs(): ParameterSpec[] {
  const initial: Initial = { kind: 'uniform', bound: CRF_BOUND };
  return [
    { name: 'crf.start_transitions', shape: [TAG_COUNT], initial },
    { name: 'crf.end_transitions', shape: [TAG_COUNT], initial },
    { name: 'crf.transitions', shape: [TAG_COUNT, TAG_COUNT], initial },
  ];
}
