import type { Database } from 'better-sqlite3';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { FeatureSetName } from '../../../shared/domain/train-config.ts';
import { readWeights, writeWeights } from '../../../shared/engine/training/checkpoint.ts';
import { namingFile } from '../../model-files/naming-file.ts';
import { readWholeFile } from '../../model-files/read-whole-file.ts';
import { putCheckpoint } from '../../store/queries/checkpoints.ts';
import { finishRun, insertRun } from '../../store/queries/runs.ts';
import { saveSnapshot } from '../../store/queries/snapshots.ts';
import type { GrantedFile } from '../granted-files.ts';
import { importedConfig } from './imported-config.ts';
import { windowsToJudge } from './windows-to-judge.ts';

export interface WeightsOrder {
  readonly file: GrantedFile;
  /** null: named as other runs are. */
  readonly name: string | null;
  readonly features: FeatureSetName | undefined;
}

/**
 * Keeps weights that were trained elsewhere as a finished run of no epochs, whose snapshot is what it will be judged on. Its
 * one checkpoint is the last, of epoch 0: nothing here found it the best. One transaction. Throws ExpanseError 'bad-file' that
 * names the file and the tensor, 'invalid-input' for inputs that no features fit, 'not-enough-data' without any window.
 */
export async function importWeights(db: Database, { file, name, features }: WeightsOrder): Promise<RunId> {
  const bytes = await readWholeFile(file.path);
  const parameters = namingFile(file.name, () => readWeights(bytes));
  const { windows, parts, split } = await windowsToJudge(db);
  const config = importedConfig(parameters.config, features, split);
  const now = Date.now();
  return db.transaction(() => {
    const id = insertRun(db, { name, createdAt: now, config, snapshotId: saveSnapshot(db, windows, now), parts });
    putCheckpoint(db, id, { kind: 'last', epoch: 0, weights: writeWeights(parameters), state: null });
    finishRun(db, id, 'done', now, null);
    return id;
  })();
}
