import type { Database } from 'better-sqlite3';
import type { Retraining } from '../../../shared/contract/training.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { presets } from '../../../shared/engine/training/presets.ts';
import { withLongestSpan } from '../../../shared/engine/training/longest-span.ts';
import { countEditsSince } from '../../store/queries/edits-since.ts';
import { listRuns, readLabelsTime, readRun, readRunData } from '../../store/queries/runs.ts';
import { readSnapshotLabels, readWindowLength } from '../../store/queries/snapshots.ts';
import { longestLabel } from './longest-label.ts';
import { suitPreset } from './suit-preset.ts';

/** Throws ExpanseError 'not-found' where there is no such run. */
export function readRetraining(db: Database, runId: RunId | null): Retraining {
  const run = runId === null ? newestTrained(db) : readRun(db, runId);
  if (run === undefined) return { config: firstPreset(db), edits: null };
  return { config: wasTrained(run) ? configAgain(db, run) : firstPreset(db), edits: countEditsSince(db, readLabelsTime(db, run.id)) };
}

const newestTrained = (db: Database): RunSummary | undefined => listRuns(db).find(wasTrained);

/** Not imported from a file, which does not say how. */
const wasTrained = ({ config }: Pick<RunSummary, 'config'>): boolean => config.epochs > 0;

const firstPreset = (db: Database): TrainConfig => suitPreset(db, presets[0]).config;

function configAgain(db: Database, { id, config }: RunSummary): TrainConfig {
  const { split } = config;
  const whole = split.kind === 'folds' && split.within !== undefined ? { ...config, split: split.within } : config;
  return hasDerivedLength(db, id, config) ? withoutLength(whole) : whole;
}

/** Chosen with room for the labels of then, so that those of now may need another. */
function hasDerivedLength(db: Database, id: RunId, config: TrainConfig): boolean {
  if (config.longestSpan === undefined) return false;
  const { snapshotId } = readRunData(db, id);
  const length = readWindowLength(db, snapshotId);
  return withLongestSpan(withoutLength(config), longestLabel(readSnapshotLabels(db, snapshotId), length), length).longestSpan === config.longestSpan;
}

function withoutLength(config: TrainConfig): TrainConfig {
  const { longestSpan: _left, ...rest } = config;
  return rest;
}
