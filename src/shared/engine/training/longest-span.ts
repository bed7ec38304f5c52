import { ExpanseError } from '../../contract/errors.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { longestRun } from '../crf/segments/segments-of-tags.ts';
import { USUAL_LONGEST_SPAN } from '../model/jade-config.ts';
import { tagsOf } from './batch.ts';
import { rowsOf, type TrainData, type TrainPart } from './train-data.ts';

/** Spans to come may be longer than all that are labelled. */
const ROOM = 1.5;
const AT_LEAST = 8;

/** The same configuration with a `longestSpan` that has room for labels of up to `longest` bars, where it has none of its own. */
export function withLongestSpan(config: TrainConfig, longest: number, windowLength: number): TrainConfig {
  if (config.mode !== 'segments' || config.longestSpan !== undefined) return config;
  return { ...config, longestSpan: Math.min(windowLength, Math.max(AT_LEAST, Math.ceil(ROOM * longest))) };
}

/** Throws ExpanseError 'invalid-input' where a label is longer than mode `segments` can tell. Spans that touch count as one. */
export function checkLongestSpan({ mode, longestSpan = USUAL_LONGEST_SPAN }: TrainConfig, { train, val }: TrainData): void {
  if (mode !== 'segments') return;
  const longest = Math.max(longestLabel(train), val === null ? 0 : longestLabel(val));
  if (longest <= longestSpan) return;
  throw new ExpanseError('invalid-input', `A label is ${longest} bars long, but longestSpan is ${longestSpan}.`, `Leave longestSpan out, or set it to ${longest} or more.`);
}

function longestLabel(part: TrainPart): number {
  let longest = 0;
  for (let n = 0; n < rowsOf(part); n++) longest = Math.max(longest, longestRun(tagsOf(part.mask.subarray(n * part.length, (n + 1) * part.length))));
  return longest;
}
