import type { DecodingConfig } from './decoding.ts';

/** For a person, for example 'threshold 0.43, gaps of 1 bar joined, 3 bars or more'. */
export function describeDecoding(config: DecodingConfig): string {
  const { mergeGap, minimumLength } = config;
  return [
    describeDecoder(config),
    ...(mergeGap > 0 ? [`gaps of up to ${bars(mergeGap)} joined`] : []),
    ...(minimumLength > 1 ? [`${bars(minimumLength)} or more`] : []),
  ].join(', ');
}

function describeDecoder(config: DecodingConfig): string {
  switch (config.decoder) {
    case 'threshold':
      return `threshold ${figure(config.threshold)}`;
    case 'posterior':
      return `posterior of ${figure(config.threshold)}`;
    case 'hysteresis':
      return `hysteresis ${figure(config.low)} to ${figure(config.high)}`;
    case 'dynamic':
      return `dynamic, a span costs ${config.spanCost.toFixed(1)}`;
    case 'viterbi':
      return 'most likely sequence';
  }
}

const bars = (count: number): string => (count === 1 ? '1 bar' : `${count} bars`);

/** Small thresholds need more digits to be told from 0. */
const figure = (value: number): string => (value > 0 && value < 0.1 ? value.toPrecision(2) : value.toFixed(2));
