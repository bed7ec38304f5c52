import type { BulkPreview, ReviewPage } from '../../../shared/contract/review.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import { DISAGREEMENT_TYPES } from '../../../shared/domain/verdict.ts';
import type { ReviewEntry } from '../../../shared/review/review-entry.ts';
import type { ReviewSums } from '../../../shared/review/sum-entries.ts';
import { isoTime } from '../../exporters/iso-time.ts';

/** What a run and the labels say together, in lines. */
export function describeSums(name: string, { windows, labels, predictions, agreed, pairs, found, iou, startAbsolute, endAbsolute, disagreements, types, undecided, runRight, labelsRight, verdicts }: ReviewSums & { readonly windows: number }): readonly string[] {
  const counted = DISAGREEMENT_TYPES.filter((type) => types[type] > 0).map((type) => `${types[type]} ${type}`);
  const lines = [
    `${name}: ${quantity(windows, 'window')}, ${quantity(labels, 'label')}, ${quantity(predictions, 'predicted span')}; ${agreed} agree, ${disagreements} disagree${counted.length === 0 ? '' : ` (${counted.join(', ')})`}.`,
  ];
  if (iou !== null) lines.push(`${quantity(pairs, 'pair')}, ${found} of them found at IoU 0.5: mean IoU ${iou.toFixed(2)}, edges off by ${startAbsolute!.toFixed(1)} and ${endAbsolute!.toFixed(1)} bars.`);
  lines.push(`Decided: the model was right ${times(runRight)}, the labels were right ${times(labelsRight)}, unsure ${times(verdicts.unsure)}; ${undecided} to decide.`);
  return lines;
}

export function describePage({ entries, total, notPredicted }: ReviewPage, offset: number, series: readonly Series[]): readonly string[] {
  const lines = entries.map((entry) => describeEntry(entry, series.find(({ id }) => id === entry.seriesId)));
  if (total > offset + entries.length) lines.push(`and ${total - offset - entries.length} more: --offset ${offset + entries.length}`);
  if (notPredicted > 0) lines.push(`${quantity(notPredicted, 'window')} the run did not predict, because it did not know ${notPredicted === 1 ? 'it' : 'them'} when it was trained.`);
  return lines;
}

function describeEntry({ id, types, confidence, startTime, endTime, pair, verdict }: ReviewEntry, series: Series | undefined): string {
  const place = series === undefined ? '' : `${series.symbol} ${formatTimeframe(series.timeframeMs)} `;
  const errors = pair === null ? '' : `  IoU ${pair.iou.toFixed(2)}, start ${signed(pair.startError)}, end ${signed(pair.endError)}`;
  return `${id}  ${confidence.toFixed(2)}  ${types.join('+')}  ${place}${isoTime(startTime)} – ${isoTime(endTime)}${errors}${verdict === null ? '' : `  [${verdict.decision}]`}`;
}

/** `isDone`: it was done, and not only worked out. */
export function describeBulk({ entries, leftOut, made, changed, removed }: BulkPreview, minScore: number, isDone: boolean): string {
  const done = isDone ? 'Accepted' : 'Would accept';
  const waiting = leftOut === 0 ? '' : ` ${quantity(leftOut, 'prediction')} waited, because a surer one changes the same label.`;
  const tail = isDone ? ' One undo takes it all back.' : ' Nothing was changed.';
  return `${done} ${quantity(entries, 'disagreement')} with a score of ${minScore} or more: ${quantity(made, 'label')} made, ${changed} changed, ${removed} removed.${waiting}${tail}`;
}

const quantity = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const signed = (bars: number): string => (bars > 0 ? `+${bars}` : `${bars}`);
