import type { Database } from 'better-sqlite3';
import type { WindowFilter } from '../../../shared/contract/windows.ts';
import type { RunId, WindowId } from '../../../shared/domain/ids.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import type { QueueOrder } from '../../../shared/queue/queue-order.ts';
import { labelDistance, meanEntropy } from '../../../shared/queue/window-doubt.ts';
import { windowLot } from '../../../shared/queue/window-lot.ts';
import { readWindowPredictions, type WindowPrediction } from '../../store/queries/window-predictions.ts';
import { readAllWindows, readWindow } from '../../store/queries/windows.ts';
import type { Predictor } from '../training/predictor.ts';
import { readSpansOfWindows, toWindowSpans } from '../training/window-spans.ts';
import { keepPredictions } from './keep-predictions.ts';

/**
 * The windows that the filter lets through, and `besides` wherever it would stand among them. Windows that a run has not predicted
 * are predicted first. Throws ExpanseError 'not-found', or 'conflict' while the run trains.
 */
export async function arrangeQueue(db: Database, filter: WindowFilter, order: QueueOrder, predict: Predictor['predict'], besides: WindowId | null = null): Promise<readonly WindowId[]> {
  const matching = readAllWindows(db, filter);
  const isExtra = besides !== null && !matching.some(({ id }) => id === besides);
  const windows = isExtra ? [...matching, readWindow(db, besides)].sort(inTime) : matching;
  if (order.kind === 'time') return windows.map(({ id }) => id);
  const urgency = order.kind === 'random' ? windows.map(({ id }) => windowLot(order.seed, id)) : await doubtOf(db, windows, order, predict);
  const places = windows.map((_, n) => n).sort((a, b) => urgency[b] - urgency[a] || a - b);
  return places.map((n) => windows[n].id);
}

const inTime = (a: LabelWindow, b: LabelWindow): number => a.seriesId - b.seriesId || a.startTime - b.startTime || a.id - b.id;

interface DoubtOrder {
  readonly kind: 'uncertain' | 'disagreeing';
  readonly runId: RunId;
}

async function doubtOf(db: Database, windows: readonly LabelWindow[], { kind, runId }: DoubtOrder, predict: Predictor['predict']): Promise<readonly number[]> {
  await keepPredictions(db, runId, windows, predict);
  const predictions = readWindowPredictions(db, runId);
  const found = windows.map(({ id }) => predictions.get(id)!);
  return kind === 'uncertain' ? found.map(({ probability }) => meanEntropy(probability)) : distances(db, windows, found);
}

function distances(db: Database, windows: readonly LabelWindow[], predictions: readonly WindowPrediction[]): readonly number[] {
  const labels = readSpansOfWindows(db, windows);
  return predictions.map(({ time, probability }, n) => labelDistance(probability, toWindowSpans(labels[n], time)));
}
