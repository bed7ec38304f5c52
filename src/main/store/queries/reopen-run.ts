import type { Database } from 'better-sqlite3';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';

/**
 * Puts a run that ended back into the state 'running' after `epoch` epochs: later epochs and the evaluation, which will come
 * anew, are forgotten. The best checkpoint stays, also where it is of a later epoch. One transaction.
 */
export function reopenRun(db: Database, id: RunId, config: TrainConfig, epoch: number): void {
  db.transaction(() => {
    db.prepare('DELETE FROM run_epoch WHERE run_id = ? AND epoch > ?').run(id, epoch);
    db.prepare(
      "UPDATE run SET state = 'running', finished_at = NULL, error = NULL, evaluation = NULL, threshold = NULL, config = ? WHERE id = ?",
    ).run(JSON.stringify(config), id);
  })();
}
