import type { PredictedSpan, Prediction } from '../../../../shared/domain/prediction.ts';
import { timeMs } from '../../../../shared/domain/time.ts';
import type { JudgedWindow } from '../../../state/workspace.ts';

type BarSpans = JudgedWindow['decoded'][number]['spans'];

/** What the comparison judged the run by in this window; null: the window was not opened from there. */
export function judgedSpans(judged: JudgedWindow | null, prediction: Pick<Prediction, 'runId' | 'windowId'> | null): BarSpans | null {
  if (judged === null || prediction === null || judged.windowId !== prediction.windowId) return null;
  return judged.decoded.find(({ runId }) => runId === prediction.runId)?.spans ?? null;
}

/** Spans of bars as spans of times; scored by the mean probability of their bars, as all are. */
export function spansOfBars({ time, probability }: Pick<Prediction, 'time' | 'probability'>, spans: BarSpans): readonly PredictedSpan[] {
  return spans.map(({ start, end }) => {
    const inside = probability.subarray(start, end + 1);
    return { startTime: timeMs(time[start]), endTime: timeMs(time[end]), score: inside.reduce((sum, each) => sum + each, 0) / inside.length };
  });
}
