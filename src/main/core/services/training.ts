import type { Preset, TrainingApi } from '../../../shared/contract/training.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { presets } from '../../../shared/engine/training/presets.ts';
import { dropIncompletePredictions } from '../../store/queries/predictions.ts';
import { interruptRunningRuns, listRuns, readEpochs, readRun, renameRun } from '../../store/queries/runs.ts';
import type { CoreContext, Service } from '../context.ts';
import { conductTraining } from '../training/conduct-training.ts';
import { planTraining } from '../training/readiness.ts';
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

  const start = async (config: TrainConfig, name: string | null): Promise<RunId> => {
    if (active !== null) throw busy(active.runId);
    const recorded = Promise.withResolvers<RunId>();
    const [cancel, close] = [new AbortController(), new AbortController()];
    const conducted = conductTraining({
      db: context.database(),
      config,
      name,
      startTrainer: context.options.startTrainer,
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
    startTraining: async ({ config, name }) => ({ runId: await start(config, name ?? null) }),
    cancelTraining: ({ runId }) => {
      readRun(context.database(), runId);
      if (active?.runId === runId) active.cancel.abort();
      return null;
    },
    listRuns: () => listRuns(context.database()),
    readRun: ({ runId }) => ({ run: readRun(context.database(), runId), epochs: readEpochs(context.database(), runId) }),
    renameRun: ({ runId, name }) => {
      const run = renameRun(context.database(), runId, name);
      context.emit({ kind: 'run-changed', run });
      return run;
    },
  };
}

function withUsualSplit(context: CoreContext, preset: Preset): Preset {
  return { ...preset, config: { ...preset.config, split: usualSplit(context.database()) } };
}

function busy(runId: RunId | null): ExpanseError {
  const what = runId === null ? 'A training' : `Run ${runId}`;
  return new ExpanseError('conflict', `${what} is under way, and one run trains at a time.`, 'Wait until it has ended, or cancel it.');
}
