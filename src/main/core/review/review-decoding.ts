import type { Database } from 'better-sqlite3';
import type { ReviewScope } from '../../../shared/contract/review.ts';
import { PLAIN_SHAPE, type DecodingConfig } from '../../../shared/domain/decoding.ts';
import type { RunWithEvaluation } from '../../../shared/domain/run.ts';
import { readThreshold } from '../../store/queries/runs.ts';
import { evaluateRun } from '../training/evaluate-run.ts';
import type { Predictor } from '../training/predictor.ts';

/** Where nothing was chosen on validation windows. */
const UNTUNED = 0.5;

/** What was asked for, else the run's own: fixed with it, or as its evaluation chose it, which is made where it is missing. */
export async function reviewDecoding(db: Database, run: RunWithEvaluation, { decoding, threshold }: ReviewScope, predict: Predictor['predict']): Promise<DecodingConfig> {
  if (decoding !== undefined) return decoding;
  if (threshold !== undefined) return byThreshold(threshold);
  if (run.config.decoding !== undefined) return run.config.decoding;
  const evaluation = run.evaluation ?? (await evaluateRun(db, run.id, 'val', predict));
  return evaluation?.decoding.config ?? byThreshold(readThreshold(db, run.id) ?? UNTUNED);
}

const byThreshold = (threshold: number): DecodingConfig => ({ decoder: 'threshold', threshold, ...PLAIN_SHAPE });
