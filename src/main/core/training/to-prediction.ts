import type { Prediction } from '../../../shared/domain/prediction.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { PLAIN_SHAPE } from '../../../shared/domain/decoding.ts';
import { decodeSpans } from '../../../shared/engine/evaluation/decoding/decode-spans.ts';
import type { BarProbabilities } from '../../store/queries/predictions.ts';

/** The probabilities with the spans that the threshold cuts out of them. */
export function toPrediction(
  of: Pick<Prediction, 'runId' | 'seriesId' | 'windowId'>,
  { time, probability }: BarProbabilities,
  threshold: number,
): Prediction {
  const spans = decodeSpans({ decoder: 'threshold', threshold, ...PLAIN_SHAPE }, { probability, sequence: null }).map(({ start, end, score }) => ({
    startTime: timeMs(time[start]),
    endTime: timeMs(time[end]),
    score,
  }));
  return { ...of, time, probability, threshold, spans };
}
