import type { Database } from 'better-sqlite3';
import type { ContenderRun } from '../../../shared/domain/comparison.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { stepsPerEpoch } from '../../../shared/engine/training/warnings/few-steps.ts';
import { readEpochs, readRunData } from '../../store/queries/runs.ts';
import { readSnapshotHash } from '../../store/queries/snapshots.ts';

export function describeRun(db: Database, run: RunSummary): ContenderRun {
  const { id, name, config, backend, createdAt, epochsDone, secondsPerEpoch, sigmas, taskWeights, windows } = run;
  return {
    id,
    name,
    seed: config.seed,
    backend,
    snapshotHash: readSnapshotHash(db, readRunData(db, id).snapshotId),
    createdAt,
    epochsDone,
    steps: stepsPerEpoch(windows.train, config.batchSize) * epochsDone,
    secondsPerEpoch,
    sigmas,
    taskWeights,
    epochs: readEpochs(db, id).map(({ view: _view, ...epoch }) => epoch),
  };
}
