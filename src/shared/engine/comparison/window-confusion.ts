import type { ComparedWindow } from '../../domain/comparison.ts';
import { decodeAll } from '../evaluation/judge-decoders.ts';
import type { LabelledSpan } from '../evaluation/labelled-span.ts';
import { matchSpans, reachesIou, type Segment } from '../evaluation/match-spans.ts';
import type { DecodedSpan } from '../evaluation/decoding/decoded-span.ts';
import type { Replica } from './replica.ts';

/** Whether decoded and labelled spans meet one to one at IoU 0.5, none of either left over. */
export function isRight(decoded: readonly DecodedSpan[], labelled: readonly LabelledSpan[]): boolean {
  return decoded.length === labelled.length && matchSpans(decoded, labelled, reachesIou(0.5)).length === labelled.length;
}

/** Every window, those that only some contenders get right first, each kind in the order of time. contenders: by seed. */
export function confuseWindows(contenders: readonly (readonly Replica[])[]): readonly ComparedWindow[] {
  const { windows, judged } = contenders[0][0];
  const decoded = contenders.map((seeds) => seeds.map(decodeOwn));
  const compared = windows.map((window, n): ComparedWindow => ({
    ...window,
    length: judged.length,
    spans: judged.labels[n].map(toSpan),
    right: decoded.map((seeds) => isMostlyRight(seeds.map((spans) => spans[n]), judged.labels[n])),
    decoded: decoded.map(([first]) => first[n].map(toSpan)),
    shownBy: contenders.map(([first]) => first.shownBy[n]),
  }));
  return compared.toSorted((a, b) => Number(isDisputed(b)) - Number(isDisputed(a)) || a.startTime - b.startTime || a.windowId - b.windowId);
}

export const isDisputed = ({ right }: Pick<ComparedWindow, 'right'>): boolean => new Set(right).size > 1;

const decodeOwn = ({ judged, sampled }: Replica): readonly (readonly DecodedSpan[])[] => decodeAll(judged, sampled.evaluation.decoding.config);

/** By more than half of the seeds. */
function isMostlyRight(seeds: readonly (readonly DecodedSpan[])[], labelled: readonly LabelledSpan[]): boolean {
  return 2 * seeds.filter((decoded) => isRight(decoded, labelled)).length > seeds.length;
}

const toSpan = ({ start, end }: Segment): Segment => ({ start, end });
