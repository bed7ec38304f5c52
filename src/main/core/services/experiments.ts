import type { Database } from 'better-sqlite3';
import type { ExperimentDetails, ExperimentsApi } from '../../../shared/contract/experiments.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ExperimentSummary, GroupSummary } from '../../../shared/domain/experiment.ts';
import type { ExperimentId } from '../../../shared/domain/ids.ts';
import { summariseFigures } from '../../../shared/experiments/summarise-figures.ts';
import { annotate } from '../../store/queries/annotations.ts';
import * as store from '../../store/queries/experiments.ts';
import { readRun } from '../../store/queries/runs.ts';
import type { CoreContext, Service } from '../context.ts';
import { conductExperiment } from '../experiments/conduct-experiment.ts';
import { recordExperiment } from '../experiments/record-experiment.ts';
import type { Conductor, TrainingTurn } from '../training/conductor.ts';

export function makeExperimentsService(context: CoreContext, conductor: Conductor): Service<ExperimentsApi> {
  let active: { readonly id: ExperimentId; readonly cancel: AbortController } | null = null;

  context.project.onOpened((db) => store.interruptRunningExperiments(db, Date.now()));

  /** Answers once `record` has put the experiment into the project in state 'running'. */
  const conduct = (record: (db: Database, turn: TrainingTurn) => ExperimentId | Promise<ExperimentId>): Promise<ExperimentId> => {
    const recorded = Promise.withResolvers<ExperimentId>();
    const work = async (turn: TrainingTurn): Promise<void> => {
      const db = context.database();
      const id = await record(db, turn);
      const cancel = new AbortController();
      active = { id, cancel };
      recorded.resolve(id);
      await conductExperiment({ db, id, turn, cancelled: cancel.signal, emit: context.emit, isThere: context.trainers.isThere }).finally(() => (active = null));
    };
    conductor.begin(work).catch(recorded.reject);
    return recorded.promise;
  };
  const changed = (id: ExperimentId): ExperimentSummary => {
    const experiment = store.readExperiment(context.database(), id);
    context.emit({ kind: 'experiment-changed', experiment });
    return experiment;
  };

  return {
    startExperiment: async ({ kind, name, members }) => ({
      experimentId: await conduct((db, { closing }) => recordExperiment(db, { kind, name: name ?? null, members, closing })),
    }),
    resumeExperiment: async ({ experimentId }) => {
      await conduct((db) => reopen(db, experimentId));
      return null;
    },
    cancelExperiment: ({ experimentId }) => {
      store.readExperiment(context.database(), experimentId);
      if (active?.id === experimentId) active.cancel.abort();
      return null;
    },
    listExperiments: () => store.listExperiments(context.database()),
    findExperiment: ({ kind, members }) => store.findExperiment(context.database(), kind, members),
    readExperiment: ({ experimentId }) => readDetails(context.database(), experimentId),
    renameExperiment: ({ experimentId, name }) => {
      store.renameExperiment(context.database(), experimentId, name);
      return changed(experimentId);
    },
    annotateExperiment: ({ experimentId, ...changes }) => {
      annotate(context.database(), 'experiment', experimentId, changes);
      return changed(experimentId);
    },
  };
}

function reopen(db: Database, id: ExperimentId): ExperimentId {
  const { name, members, state } = store.readExperiment(db, id);
  if (state === 'done') throw new ExpanseError('conflict', `All ${members} runs of “${name}” are done.`, 'Start a new experiment.');
  store.reopenExperiment(db, id);
  return id;
}

function readDetails(db: Database, id: ExperimentId): ExperimentDetails {
  const experiment = store.readExperiment(db, id);
  const members = store.readMembers(db, id).map(({ label, group, config, runId }) => ({ label, group, config, runId }));
  return { experiment, members, groups: summariseGroups(db, members) };
}

/** Of the members that came to their end: half a training is no sample of the whole. */
function summariseGroups(db: Database, members: ExperimentDetails['members']): readonly GroupSummary[] {
  const groups = Map.groupBy(members, ({ group }) => group);
  return [...groups].map(([group, own]) => {
    const runs = own.flatMap(({ runId }) => (runId === null ? [] : [readRun(db, runId)]));
    return { group, figures: summariseFigures(runs.flatMap(({ state, evaluation }) => (state === 'done' && evaluation !== null ? [evaluation] : []))) };
  });
}
