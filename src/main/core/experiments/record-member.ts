import type { Database } from 'better-sqlite3';
import type { BackendName } from '../../../shared/domain/examined-backend.ts';
import type { ExperimentSummary } from '../../../shared/domain/experiment.ts';
import { findResumableEpoch } from '../../store/queries/checkpoints.ts';
import { readMemberData, setMemberRun, type StoredMember } from '../../store/queries/experiments.ts';
import { reopenRun } from '../../store/queries/reopen-run.ts';
import { insertRun } from '../../store/queries/runs.ts';
import { readSnapshot } from '../../store/queries/snapshots.ts';
import type { RecordedRun } from '../training/record-run.ts';
import { resumeRun } from '../training/resume-run.ts';

/**
 * The run of a member, ready to train: a new one; the one that it has, from its last checkpoint; or, where that kept none,
 * from the start.
 */
export function recordMember(db: Database, { id, name }: ExperimentSummary, member: StoredMember, isThere: (backend: BackendName) => boolean): RecordedRun {
  const { position, label, config, runId } = member;
  if (runId !== null && findResumableEpoch(db, runId) !== null) return resumeRun(db, runId, {}, isThere);
  const { snapshotId, parts } = readMemberData(db, id, position);
  const recorded = { config, windows: readSnapshot(db, snapshotId), parts, from: null };
  if (runId !== null) {
    reopenRun(db, runId, config, 0);
    return { id: runId, ...recorded };
  }
  return db.transaction(() => {
    const added = insertRun(db, { name: `${name} · ${label}`, createdAt: Date.now(), config, snapshotId, parts });
    setMemberRun(db, id, position, added);
    return { id: added, ...recorded };
  })();
}
