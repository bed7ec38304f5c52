import type { EpochView, WatchedCurve } from '../../domain/epoch-view.ts';
import { bestThreshold } from '../evaluation/best-threshold.ts';
import { positionPrior, repeatPrior } from '../evaluation/position-prior.ts';
import { probabilityHistogram } from '../evaluation/probability-histogram.ts';
import { packCurve } from './curve-text.ts';
import type { PartOutcome } from './evaluate-part.ts';
import type { TrainData } from './train-data.ts';

type JudgedView = Omit<EpochView, 'memory'>;

/** Makes the view of each epoch from what the validation pass found; the windows' places may change from one to the next. */
export function makeEpochViewer({ train, val }: TrainData): (outcome: PartOutcome | null, places: readonly number[]) => JudgedView {
  if (val === null) return () => ({ histogram: null, priorF1: null, windows: [] });
  // Without the variants of the windows, whose spans may lie elsewhere.
  const labelled = train.mask.subarray(0, train.windows * train.length);
  const prior = repeatPrior(positionPrior(labelled, train.length), val.windows);
  const priorF1 = bestThreshold(prior, val.mask).f1;
  return (outcome, places) => ({
    histogram: outcome && probabilityHistogram(outcome.probability, val.mask),
    priorF1,
    windows: outcome === null ? [] : places.filter((place) => place < val.windows).map((place) => curveOf(outcome, place, val.length)),
  });
}

const curveOf = ({ probability }: PartOutcome, place: number, length: number): WatchedCurve => ({
  place,
  curve: packCurve(probability.subarray(place * length, (place + 1) * length)),
});
