import type { WeightsApi } from '../../../shared/contract/weights.ts';
import { readBestCheckpoint, readCheckpoint } from '../../store/queries/checkpoints.ts';
import { readRun } from '../../store/queries/runs.ts';
import type { CoreContext, Service } from '../context.ts';
import { importWeights } from '../weights/import-weights.ts';

export function makeWeightsService(context: CoreContext): Service<WeightsApi> {
  return {
    importWeights: async ({ file, name, features }) => {
      const db = context.database();
      const run = readRun(db, await importWeights(db, { file: context.files.find(file), name: name ?? null, features }));
      context.emit({ kind: 'run-changed', run });
      return run;
    },
    exportWeights: ({ runId, checkpoint }) => {
      const db = context.database();
      readRun(db, runId);
      const found = checkpoint === undefined ? readBestCheckpoint(db, runId) : readCheckpoint(db, runId, checkpoint);
      return { checkpoint: found.kind, epoch: found.epoch, weights: found.weights };
    },
  };
}
