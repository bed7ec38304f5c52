import type { Database } from 'better-sqlite3';
import type { RunDetails, TrainingApi } from '../../../shared/contract/training.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { presets } from '../../../shared/engine/training/presets.ts';
import { runWarnings } from '../../../shared/engine/training/warnings/run-warnings.ts';
import { annotate } from '../../store/queries/annotations.ts';
import { findResumableEpoch } from '../../store/queries/checkpoints.ts';
import { dropIncompletePredictions } from '../../store/queries/predictions.ts';
import { interruptRunningRuns, listRuns, readBackendNotes, readEpochs, readRun, renameRun } from '../../store/queries/runs.ts';
import type { CoreContext, Service } from '../context.ts';
import type { Conductor, TrainingTask } from '../training/conductor.ts';
import { lastWatched } from '../training/choose-watched.ts';
import { planTraining } from '../training/readiness.ts';
import { listWatchable, readWatched } from '../training/read-watched.ts';
import { recordRun } from '../training/record-run.ts';
import { readRetraining } from '../training/retraining.ts';
import { resumeRun } from '../training/resume-run.ts';
import { suitPreset } from '../training/suit-preset.ts';

export function makeTrainingService(context: CoreContext, conductor: Conductor): Service<TrainingApi> {
  context.project.onOpened((db) => {
    interruptRunningRuns(db, Date.now());
    dropIncompletePredictions(db);
  });

  /** Answers once `record` has put the run into the project; a run that is recorded tells its own end. */
  const conduct = (record: TrainingTask['record']): Promise<RunId> => {
    const recorded = Promise.withResolvers<RunId>();
    conductor.begin((turn) => turn.train({ record, onRecorded: recorded.resolve })).catch(recorded.reject);
    return recorded.promise;
  };
  const changed = (id: RunId): RunSummary => {
    const run = readRun(context.database(), id);
    context.emit({ kind: 'run-changed', run });
    return run;
  };

  return {
    listPresets: () => (context.project.path() === null ? presets : presets.map((preset) => suitPreset(context.database(), preset))),
    readRetraining: ({ runId }) => readRetraining(context.database(), runId),
    readReadiness: async ({ config }) => (await planTraining(context.database(), config)).readiness,
    startTraining: async ({ config, name }) => ({ runId: await conduct((db, closing) => recordRun({ db, config, name: name ?? null, closing })) }),
    resumeTraining: async ({ runId, ...wishes }) => ({ runId: await conduct((db) => resumeRun(db, runId, wishes, context.trainers.isThere)) }),
    cancelTraining: ({ runId }) => {
      readRun(context.database(), runId);
      conductor.cancel(runId);
      return null;
    },
    listWatchable: ({ runId }) => listWatchable(context.database(), runId),
    readWatched: ({ runId }) => {
      const db = context.database();
      return readWatched(db, runId, conductor.watchedBy(runId)?.current() ?? lastWatched(db, runId));
    },
    watchWindows: ({ runId, places }) => {
      const current = conductor.watchedBy(runId);
      if (current === null) throw new ExpanseError('conflict', `Run ${runId} does not train now.`, 'Choose windows while it trains: each epoch is shown on those that were watched then.');
      const watched = readWatched(context.database(), runId, places);
      current.change(places);
      return watched;
    },
    listBackends: (settings) => context.trainers.report(settings),
    examineBackends: async (settings) => {
      await conductor.requireIdle();
      return context.trainers.examine(settings);
    },
    listRuns: () => listRuns(context.database()),
    readRun: ({ runId }) => readDetails(context.database(), runId),
    renameRun: ({ runId, name }) => {
      renameRun(context.database(), runId, name);
      return changed(runId);
    },
    annotateRun: ({ runId, ...changes }) => {
      annotate(context.database(), 'run', runId, changes);
      return changed(runId);
    },
  };
}

function readDetails(db: Database, runId: RunId): RunDetails {
  const run = readRun(db, runId);
  const resumableFrom = run.state === 'running' ? null : findResumableEpoch(db, runId);
  const epochs = readEpochs(db, runId);
  return { run, epochs, resumableFrom, backendNotes: readBackendNotes(db, runId), warnings: runWarnings(run, epochs) };
}
