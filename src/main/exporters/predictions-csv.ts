import type { Prediction } from '../../shared/domain/prediction.ts';
import { csvLine } from './csv-line.ts';
import { isoTime } from './iso-time.ts';

/** A line per bar: its probability, and the number and score of the decoded span that holds it, both empty outside of spans. */
export function* predictionsCsv({ time, probability, spans }: Prediction): Generator<string> {
  yield csvLine(['time', 'probability', 'span', 'span_score']);
  let at = 0;
  for (let i = 0; i < time.length; i += 1) {
    while (at < spans.length && spans[at].endTime < time[i]) at += 1;
    const span = at < spans.length && spans[at].startTime <= time[i] ? spans[at] : null;
    yield csvLine([isoTime(time[i]), shortest(probability[i]), span && at + 1, span && span.score]);
  }
}

/** Seven digits tell every 32-bit float in [0, 1] apart from its neighbours that matter. */
const shortest = (value: number): number => Number(value.toPrecision(7));
