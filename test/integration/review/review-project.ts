import type { SpanDraft } from '../../../src/shared/contract/labels.ts';
import type { ReviewScope } from '../../../src/shared/contract/review.ts';
import type { BarColumns } from '../../../src/shared/domain/bar.ts';
import { PLAIN_SHAPE } from '../../../src/shared/domain/decoding.ts';
import { newEditId, newSpanId, windowId, type RunId, type WindowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Decision } from '../../../src/shared/domain/verdict.ts';
import type { DecisionRequest } from '../../../src/shared/review/carry-out.ts';
import type { ReviewEntry } from '../../../src/shared/review/review-entry.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { makeWindows } from '../../../src/main/core/make-windows.ts';
import { createStore, openStore } from '../../../src/main/store/open-store.ts';
import { mergeBars } from '../../../src/main/store/queries/bars.ts';
import { addEpoch, finishRun, insertRun } from '../../../src/main/store/queries/runs.ts';
import { saveSnapshot } from '../../../src/main/store/queries/snapshots.ts';
import { putWindowPrediction } from '../../../src/main/store/queries/window-predictions.ts';
import { barsAt, makeSeries, MINUTE, minutes } from '../../unit/store/fixtures.ts';
import { valueOf } from '../core/test-core.ts';
import { SERIES } from '../labels/labels-fixture.ts';
import { makeEpoch, SNAPSHOT_WINDOW, TRAIN_CONFIG } from '../training/run-fixtures.ts';

/** Bars of each window: window n holds the bars from 100 (n - 1) on. */
export const LENGTH = 100;

/** First and last bar within the window, and the probability of its bars. */
export type Predicted = readonly [first: number, last: number, score: number];

/** What a run predicts, window by window from the first; windows after the last were not predicted. */
export type RunSpans = readonly (readonly Predicted[])[];

/** A project of ten windows, or as many as a run predicts, and a run for each that is given, numbered from 1, which decodes at 0.5. */
export function createReviewProject(path: string, ...runs: readonly RunSpans[]): void {
  const db = createStore(path);
  mergeBars(db, makeSeries(db), risingBars(Math.max(10, ...runs.map((run) => run.length)) * LENGTH));
  makeWindows(db, { seriesId: SERIES, length: LENGTH, stride: LENGTH });
  db.close();
  runs.forEach((run) => addRun(path, run));
}

/** Wherever a span is, it goes up. */
function risingBars(count: number): BarColumns {
  const bars = barsAt(minutes(0, count));
  bars.open.forEach((_, n) => {
    bars.open[n] = 100 + n;
    bars.close[n] = 101 + n;
    bars.high[n] = 102 + n;
    bars.low[n] = 99 + n;
  });
  return bars;
}

export function addRun(path: string, windows: RunSpans): RunId {
  const db = openStore(path);
  const ids = windows.map((_, n) => windowId(n + 1));
  const snapshotId = saveSnapshot(db, ids.map((id, n) => ({ ...SNAPSHOT_WINDOW, windowId: id, seriesId: SERIES, fromIndex: n * LENGTH })), 0);
  const config = { ...TRAIN_CONFIG, decoding: { decoder: 'threshold' as const, threshold: 0.5, ...PLAIN_SHAPE } };
  const run = insertRun(db, { name: null, createdAt: 0, config, snapshotId, parts: ids.map((_, n) => (n % 2 === 0 ? 'train' : 'val')) });
  windows.forEach((spans, n) => {
    const time = Float64Array.from({ length: LENGTH }, (_, t) => (n * LENGTH + t) * MINUTE);
    const probability = new Float32Array(LENGTH).fill(0.125);
    for (const [first, last, score] of spans) probability.fill(score, first, last + 1);
    const heads = { type: new Float32Array(3), pointers: new Float32Array(2), countdown: new Float32Array(LENGTH), sequence: null };
    putWindowPrediction(db, run, ids[n], { time, probability, heads });
  });
  addEpoch(db, run, makeEpoch(1));
  finishRun(db, run, 'done', 1, null);
  db.close();
  return run;
}

/** A label of a window, by its first and last bar within it. */
export const labelOf = (window: number, first: number, last: number, changes: Partial<SpanDraft> = {}): SpanDraft => ({
  id: newSpanId(),
  seriesId: SERIES,
  windowId: windowId(window),
  startTime: timeMs(((window - 1) * LENGTH + first) * MINUTE),
  endTime: timeMs(((window - 1) * LENGTH + last) * MINUTE),
  confidence: 0.6,
  ...changes,
});

/** Labels the windows and completes them, each in one step. */
export async function completeWindows(core: Core, windows: readonly WindowId[], labels: readonly SpanDraft[]): Promise<void> {
  for (const id of windows) {
    const made = labels.filter((label) => label.windowId === id).map((span) => ({ kind: 'create-span' as const, span }));
    const review = { kind: 'set-window-state' as const, windowId: id, state: 'reviewed' as const };
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: 'Complete', commands: [...made, review] } }));
  }
}

/** All disagreements that are not judged yet, the surest first. */
export async function undecided(core: Core, scope: ReviewScope): Promise<readonly ReviewEntry[]> {
  return (await valueOf(core.api.listReview({ scope, filter: { decided: ['undecided'] }, order: 'surest', offset: 0, limit: 1000 }))).entries;
}

export function decide(core: Core, scope: ReviewScope, entryId: string, decision: Decision) {
  const request: DecisionRequest = decision === 'fixed' ? { decision, edges: 'both' } : { decision };
  return valueOf(core.api.decideReview({ editId: newEditId(), scope, entryId, request }));
}
