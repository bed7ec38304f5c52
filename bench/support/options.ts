import { parseArgs } from 'node:util';
import type { EncoderConfig, SpanMode } from '../../src/shared/domain/train-config.ts';

/** What all benchmarks of the network take. */
export interface BenchOptions {
  readonly json: boolean;
  readonly threads: number;
  readonly mode: SpanMode;
  /** `dilated`: six blocks of 64 channels, three bars a kernel. */
  readonly encoder: EncoderConfig;
  readonly backend: 'auto' | 'wasm' | 'cpu';
  /** With wide vectors, where a check finds the same bits. */
  readonly wide: boolean;
  /** Counted repetitions. */
  readonly rounds: number;
  /** Whether to profile where the time goes; --no-breakdown: not. */
  readonly breakdown: boolean;
}

const ENCODERS = { bilstm: { kind: 'bilstm' }, dilated: { kind: 'dilated', channels: 64, blocks: 6, kernel: 3 } } as const;

export function readOptions(defaultRounds: number): BenchOptions {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      json: { type: 'boolean', default: false },
      threads: { type: 'string', default: '1' },
      mode: { type: 'string', default: 'soft' },
      encoder: { type: 'string', default: 'bilstm' },
      backend: { type: 'string', default: 'auto' },
      wide: { type: 'boolean', default: false },
      rounds: { type: 'string', default: String(defaultRounds) },
      breakdown: { type: 'boolean', default: true },
    },
  });
  return {
    json: values.json,
    threads: count('threads', values.threads),
    mode: oneOf('mode', values.mode, ['soft', 'crf']),
    encoder: ENCODERS[oneOf('encoder', values.encoder, ['bilstm', 'dilated'])],
    backend: oneOf('backend', values.backend, ['auto', 'wasm', 'cpu']),
    wide: values.wide,
    rounds: count('rounds', values.rounds),
    breakdown: values.breakdown,
  };
}

export function count(name: string, text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new Error(`--${name} is "${text}"; expected a whole number, 1 or more.`);
}

function oneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen !== undefined) return chosen;
  throw new Error(`--${name} is "${text}"; expected ${choices.join(' or ')}.`);
}
