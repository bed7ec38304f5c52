import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ReviewScope } from '../../../shared/contract/review.ts';
import type { DecodingConfig } from '../../../shared/domain/decoding.ts';
import type { RunId, SeriesId, WindowId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { LabelWindow, SplitPart, WindowState } from '../../../shared/domain/window.ts';
import type { DecodedSpan } from '../../../shared/engine/evaluation/decoding/decoded-span.ts';
import { decodeSpans, judgedProbability } from '../../../shared/engine/evaluation/decoding/decode-spans.ts';
import { readRun, readRunData } from '../../store/queries/runs.ts';
import { readSnapshotLabels } from '../../store/queries/snapshots.ts';
import { readPredictedWindows, readWindowPrediction, readWindowPredictions, type WindowPrediction } from '../../store/queries/window-predictions.ts';
import { readAllWindows, readWindow } from '../../store/queries/windows.ts';
import { makeBreather } from '../training/breathe.ts';
import { readRunToJudge } from '../training/evaluate-run.ts';
import type { Predictor } from '../training/predictor.ts';
import { reviewDecoding } from './review-decoding.ts';

/** A window with what the run says of it. */
export interface PredictedWindow {
  readonly window: LabelWindow;
  readonly part: SplitPart | null;
  /** [T], opening times. */
  readonly time: Float64Array;
  /** [T], as the decoding reads it. */
  readonly probability: Float32Array;
  readonly spans: readonly DecodedSpan[];
}

export interface JudgedWindows {
  readonly runId: RunId;
  readonly decoding: DecodingConfig;
  readonly tolerance: number;
  /** In queue order. */
  readonly windows: readonly PredictedWindow[];
  /** Windows of the wanted states that the run did not predict. */
  readonly notPredicted: number;
}

/** Absent: all of the scope. */
export interface Within {
  readonly seriesId?: SeriesId;
  readonly windowId?: WindowId;
}

const WHEN_COMPLETE: readonly WindowState[] = ['reviewed'];

/**
 * The windows of a scope with the spans that the run predicts there. Those that it learned from or was judged by are predicted
 * first where they were not yet. Throws ExpanseError 'not-found', or 'conflict' while the run trains.
 */
export async function readJudgedWindows(db: Database, scope: ReviewScope, within: Within, predict: Predictor['predict']): Promise<JudgedWindows> {
  const run = readRun(db, scope.runId);
  if (run.state === 'running') throw new ExpanseError('conflict', `Run ${run.id} is still training.`, 'Review it when it has ended, or cancel it.');
  const decoding = await reviewDecoding(db, run, scope, predict);
  const parts = partsOf(db, run.id);
  await predictMissing(db, run, parts, predict);
  const wanted = windowsOf(db, scope, within).filter(({ id }) => scope.parts === undefined || includes(scope.parts, parts.get(id)));
  const predictionOf = makeReader(db, run.id, within);
  const breathe = makeBreather();
  const windows: PredictedWindow[] = [];
  for (const window of wanted) {
    await breathe();
    const prediction = predictionOf(window.id);
    if (prediction !== null) windows.push({ window, part: parts.get(window.id) ?? null, ...decode(decoding, prediction) });
  }
  return { runId: run.id, decoding, tolerance: scope.tolerance ?? 0, windows, notPredicted: wanted.length - windows.length };
}

const includes = (parts: readonly SplitPart[], part: SplitPart | undefined): boolean => part !== undefined && parts.includes(part);

/** Of the windows that the run knew. */
function partsOf(db: Database, id: RunId): ReadonlyMap<WindowId, SplitPart> {
  const { snapshotId, parts } = readRunData(db, id);
  return new Map(readSnapshotLabels(db, snapshotId).map(({ windowId }, n) => [windowId, parts[n]]));
}

async function predictMissing(db: Database, run: RunSummary, parts: ReadonlyMap<WindowId, SplitPart>, predict: Predictor['predict']): Promise<void> {
  const known = readPredictedWindows(db, run.id);
  const isMissing = [...parts].some(([id, part]) => part !== 'embargo' && !known.has(id));
  if (isMissing) await readRunToJudge(db, run, predict);
}

function windowsOf(db: Database, { states = WHEN_COMPLETE }: ReviewScope, { seriesId, windowId }: Within): readonly LabelWindow[] {
  const all = windowId === undefined ? readAllWindows(db, seriesId === undefined ? {} : { seriesId }) : [readWindow(db, windowId)];
  return all.filter(({ state }) => states.includes(state));
}

function makeReader(db: Database, run: RunId, { windowId }: Within): (id: WindowId) => WindowPrediction | null {
  if (windowId !== undefined) return (id) => readWindowPrediction(db, run, id);
  const all = readWindowPredictions(db, run);
  return (id) => all.get(id) ?? null;
}

function decode(decoding: DecodingConfig, { time, probability, heads }: WindowPrediction): Omit<PredictedWindow, 'window' | 'part'> {
  const decodable = { probability, sequence: heads?.sequence ?? null };
  return { time, probability: judgedProbability(decoding, decodable), spans: decodeSpans(decoding, decodable) };
}
