import type { DecodingChoice, DecodingConfig } from '../../domain/decoding.ts';
import type { DecoderScore } from '../../domain/evaluation.ts';
import { decodeSpans } from './decoding/decode-spans.ts';
import { fixedDecoding } from './decoding/decoding-candidates.ts';
import type { FigureSheet } from './figure-sheet.ts';
import { windowsOf, type JudgedPart } from './judged-part.ts';
import { usableDecoders, type JudgedMode, type Reference } from './reference.ts';
import { enterSpans } from './span-score.ts';
import { barSums } from './sums/bar-sums.ts';
import type { DecodedSpan } from './decoding/decoded-span.ts';

export interface ChosenDecoding {
  readonly config: DecodingConfig;
  readonly choice: DecodingChoice;
}

/** Names a way to decode among those of one run, for example `threshold.validation`. */
const decodingName = ({ config, choice }: ChosenDecoding): string => `${config.decoder}.${choice}`;

/** All ways that the run allows, the fixed one of each decoder before the chosen one. `own`: fixed with the run; null: none. */
export function decodingsOf(mode: JudgedMode, judged: JudgedPart, { decodings }: Reference, own: DecodingConfig | null): readonly ChosenDecoding[] {
  return usableDecoders(mode, judged).flatMap((decoder): ChosenDecoding[] => {
    const fixed = own?.decoder === decoder ? own : fixedDecoding(decoder);
    const chosen = decodings.filter((each) => each.decoder === decoder);
    return [...(fixed === null ? [] : [{ config: fixed, choice: 'fixed' as const }]), ...chosen.map((config) => ({ config, choice: 'validation' as const }))];
  });
}

/**
 * How the run's spans are decoded: as it was fixed with the run; else, where sequences are known, by the most likely one; else by the
 * threshold that was chosen on validation, and 0.5 where nothing validates.
 */
export function decodingOf(all: readonly ChosenDecoding[], own: DecodingConfig | null): ChosenDecoding {
  const find = (decoder: string, choice: DecodingChoice): ChosenDecoding | undefined => all.find(({ config, ...each }) => config.decoder === decoder && each.choice === choice);
  const wanted = own === null ? undefined : find(own.decoder, 'fixed');
  return wanted ?? find('viterbi', 'fixed') ?? find('threshold', 'validation') ?? find('threshold', 'fixed')!;
}

/** The spans of every window. */
export function decodeAll(judged: JudgedPart, config: DecodingConfig): readonly (readonly DecodedSpan[])[] {
  return windowsOf(judged).map((window) => decodeSpans(config, window));
}

/** Enters the figures of each way as `decoders.<name>...`. */
export function judgeDecoders(sheet: FigureSheet, judged: JudgedPart, decodings: readonly ChosenDecoding[]): readonly DecoderScore[] {
  const { length, labels, target } = judged;
  return decodings.map((decoding) => {
    const name = decodingName(decoding);
    const path = `decoders.${name}`;
    const decoded = decodeAll(judged, decoding.config);
    const bar = sheet.addSums(`${path}.bar`, barSums({ length, probability: maskOf(decoded, length), target }, 0.5));
    const span = enterSpans(sheet, `${path}.span`, decoded, labels);
    return { name, ...decoding, bar, span, ci: sheet.intervals(`${path}.`) };
  });
}

/** [N,T]: 1 in a decoded span. */
function maskOf(decoded: readonly (readonly DecodedSpan[])[], length: number): Float32Array {
  const mask = new Float32Array(decoded.length * length);
  decoded.forEach((spans, n) => spans.forEach(({ start, end }) => mask.fill(1, n * length + start, n * length + end + 1)));
  return mask;
}
