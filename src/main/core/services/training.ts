import type { Database } from 'better-sqlite3';
import type { Preset, RunDetails, TrainingApi } from '../../../shared/contract/training.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import { presets } from '../../../shared/engine/training/presets.ts';
import { runWarnings } from '../../../shared/engine/training/warnings/run-warnings.ts';
import { findResumableEpoch } from '../../store/queries/checkpoints.ts';
import { dropIncompletePredictions } from '../../store/queries/predictions.ts';
import { interruptRunningRuns, listRuns, readBackendNotes, readEpochs, readRun, renameRun } from '../../store/queries/runs.ts';
import type { CoreContext, Service } from '../context.ts';
import { conductTraining } from '../training/conduct-training.ts';
import { planTraining } from '../training/readiness.ts';
import { recordRun, type RecordedRun } from '../training/record-run.ts';
import { resumeRun } from '../training/resume-run.ts';
import { usualSplit } from '../training/usual-split.ts';

/** The one training that is under way. */
interface ActiveTraining {
  /** null: not recorded yet. */
  runId: RunId | null;
  readonly cancel: AbortController;
  readonly close: AbortController;
  readonly ended: Promise<void>;
}

export function makeTrainingService(context: CoreContext): Service<TrainingApi> {
  let active: ActiveTraining | null = null;

  context.project.onOpened((db) => {
    interruptRunningRuns(db, Date.now());
    dropIncompletePredictions(db);
  });
  context.project.beforeClose(async () => {
    active?.close.abort();
    await active?.ended;
  });

  /** Answers once `record` has put the run into the project. */
  const conduct = async (record: (db: Database, closing: AbortSignal) => RecordedRun | Promise<RecordedRun>): Promise<RunId> => {
    if (active !== null) throw busy(active.runId);
    const recorded = Promise.withResolvers<RunId>();
    const [cancel, close] = [new AbortController(), new AbortController()];
    const db = context.database();
    const conducted = conductTraining({
      db,
      record: () => record(db, close.signal),
      trainers: context.trainers,
      emit: context.emit,
      onRecorded: (id) => {
        training.runId = id;
        recorded.resolve(id);
      },
      cancelled: cancel.signal,
      closing: close.signal,
    });
    // Refusals come before the run is recorded; a run that is recorded tells its own end.
    const ended = conducted.catch(recorded.reject).finally(() => (active = null));
    const training: ActiveTraining = { runId: null, cancel, close, ended };
    active = training;
    return recorded.promise;
  };

  return {
    listPresets: () => (context.project.path() === null ? presets : presets.map((preset) => withUsualSplit(context, preset))),
    readReadiness: async ({ config }) => (await planTraining(context.database(), config)).readiness,
    startTraining: async ({ config, name }) => ({ runId: await conduct((db, closing) => recordRun({ db, config, name: name ?? null, closing })) }),
    resumeTraining: async ({ runId, ...wishes }) => ({ runId: await conduct((db) => resumeRun(db, runId, wishes, context.trainers.isThere)) }),
    cancelTraining: ({ runId }) => {
      readRun(context.database(), runId);
      if (active?.runId === runId) active.cancel.abort();
      return null;
    },
    listBackends: ({ threads }) => context.trainers.report(threads),
    examineBackends: ({ threads }) => {
      if (active !== null) throw busy(active.runId);
      return context.trainers.examine(threads);
    },
    listRuns: () => listRuns(context.database()),
    readRun: ({ runId }) => readDetails(context.database(), runId),
    renameRun: ({ runId, name }) => {
      const run = renameRun(context.database(), runId, name);
      context.emit({ kind: 'run-changed', run });
      return run;
    },
  };
}

function readDetails(db: Database, runId: RunId): RunDetails {
  const run = readRun(db, runId);
  const resumableFrom = run.state === 'running' ? null : findResumableEpoch(db, runId);
  const epochs = readEpochs(db, runId);
  return { run, epochs, resumableFrom, backendNotes: readBackendNotes(db, runId), warnings: runWarnings(run, epochs) };
}

function withUsualSplit(context: CoreContext, preset: Preset): Preset {
  return { ...preset, config: { ...preset.config, split: usualSplit(context.database()) } };
}

function busy(runId: RunId | null): ExpanseError {
  const what = runId === null ? 'A training' : `Run ${runId}`;
  return new ExpanseError('conflict', `${what} is under way, and one run trains at a time.`, 'Wait until it has ended, or cancel it.');
}
