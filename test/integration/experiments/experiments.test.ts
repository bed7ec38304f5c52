import { afterEach, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import type { ExperimentKind, ExperimentSummary, PlannedMember } from '../../../src/shared/domain/experiment.ts';
import { newEditId, type ExperimentId } from '../../../src/shared/domain/ids.ts';
import type { RunWithEvaluation } from '../../../src/shared/domain/run.ts';
import { foldMembers, seedMembers } from '../../../src/shared/experiments/plan-members.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { startNodeTrainer } from '../../../src/main/trainer/start-node-trainer.ts';
import { CONFIG, disposeProjects, makeTrainingProject, openCore, valueOf } from '../training/training-project.ts';

afterEach(disposeProjects);

async function start(core: Core, kind: ExperimentKind, members: readonly PlannedMember[]): Promise<ExperimentId> {
  return valueOf(await core.api.startExperiment({ kind, members })).experimentId;
}

/** Once the experiment is in another state than 'running'; ask before something is done that may end it. */
function whenEnded(core: Core): Promise<ExperimentSummary> {
  return new Promise((resolve) => core.onEvent((event) => event.kind === 'experiment-changed' && event.experiment.state !== 'running' && resolve(event.experiment)));
}

async function runsOf(core: Core, id: ExperimentId): Promise<readonly RunWithEvaluation[]> {
  const { members } = valueOf(await core.api.readExperiment({ experimentId: id }));
  const runs: RunWithEvaluation[] = [];
  for (const { runId } of members) if (runId !== null) runs.push(valueOf(await core.api.readRun({ runId })).run);
  return runs;
}

/** Of a run, apart from its times and the memory that they took. */
async function epochsOf(core: Core, { id }: RunWithEvaluation) {
  return valueOf(await core.api.readRun({ runId: id })).epochs.map((epoch) => ({ ...epoch, seconds: 0, view: epoch.view && { ...epoch.view, memory: null } }));
}

const isEpoch = (event: CoreEvent, epoch: number): boolean => event.kind === 'run-epoch' && event.record.epoch === epoch;

describe('an experiment of seeds', () => {
  it('trains each seed as if it were alone, over the labels as they were, and sums the figures up', async () => {
    const { core, ended, events, windowIds } = await makeTrainingProject();
    const { runId: alone } = valueOf(await core.api.startTraining({ config: { ...CONFIG, seed: 2 } }));
    const single = await ended(alone);
    const end = whenEnded(core);
    const id = await start(core, 'seeds', seedMembers({ ...CONFIG, seed: 1 }, 2));
    // The labels change while the first seed trains: no member sees it.
    const { spans } = valueOf(await core.api.readWindow({ windowId: windowIds[0] }));
    valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'delete-span', id: spans[0].id } }));
    expect(await end).toMatchObject({ id, kind: 'seeds', state: 'done', members: 2, done: 2, error: null, name: `published, 2 seeds ${id}` });

    const runs = await runsOf(core, id);
    expect(runs.map(({ experiment, state, config }) => [experiment?.label, state, config.seed])).toEqual([['seed 1', 'done', 1], ['seed 2', 'done', 2]]);
    expect(await epochsOf(core, runs[1])).toEqual(await epochsOf(core, single));
    expect(runs[1].evaluation).toEqual(single.evaluation);

    const { groups } = valueOf(await core.api.readExperiment({ experimentId: id }));
    const [a, b] = runs.map(({ evaluation }) => evaluation!.separation.inMean);
    expect(groups).toHaveLength(1);
    expect(groups[0].figures.find(({ figure }) => figure === 'separation.inMean')).toEqual({
      figure: 'separation.inMean',
      members: 2,
      mean: expect.closeTo((a + b) / 2, 12),
      deviation: expect.closeTo(Math.abs(a - b) / Math.SQRT2, 12),
      low: Math.min(a, b),
      high: Math.max(a, b),
    });
    const progress = events.filter((event) => event.kind === 'experiment-progress');
    expect(progress).toHaveLength(6);
    expect(progress[2]).toMatchObject({ experimentId: id, done: 0, members: 2, secondsLeft: expect.any(Number) });
    expect(progress[5]).toMatchObject({ done: 1, secondsLeft: 0 });
  });

  it('refuses other trainings meanwhile, also between two members, and is found again by its members', async () => {
    const { core } = await makeTrainingProject();
    const end = whenEnded(core);
    const members = seedMembers(CONFIG, 2);
    const id = await start(core, 'seeds', members);
    const refused = new Promise((resolve) =>
      core.onEvent((event) => {
        if (event.kind === 'run-changed' && event.run.state === 'done' && event.run.experiment?.label === 'seed 0') void core.api.startTraining({ config: CONFIG }).then(resolve);
      }),
    );
    expect(await refused).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    await end;
    expect(valueOf(await core.api.findExperiment({ kind: 'seeds', members }))?.id).toBe(id);
    expect(valueOf(await core.api.findExperiment({ kind: 'seeds', members: seedMembers(CONFIG, 3) }))).toBeNull();
    expect(await core.api.resumeExperiment({ experimentId: id })).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringMatching(/All 2 runs .* are done/) } });
  });
});

describe('an experiment of folds', () => {
  it('judges every window once', async () => {
    const { core } = await makeTrainingProject();
    const end = whenEnded(core);
    const id = await start(core, 'folds', foldMembers(CONFIG, 3, null));
    expect((await end).state).toBe('done');
    const runs = await runsOf(core, id);
    expect(runs.map(({ windows }) => windows.val)).toEqual([8, 8, 8]);
    expect(runs.map(({ windows }) => windows.train)).toEqual([15, 14, 15]);
  });

  it('is refused where a fold could not train, and leaves nothing behind', async () => {
    const { core } = await makeTrainingProject();
    expect(await core.api.startExperiment({ kind: 'folds', members: foldMembers(CONFIG, 30, null) })).toMatchObject({
      ok: false,
      error: { kind: 'not-enough-data', message: expect.stringMatching(/“fold 1 of 30” could not train/), nextStep: expect.stringMatching(/holds no window/) },
    });
    expect(valueOf(await core.api.listExperiments({}))).toEqual([]);
    const end = whenEnded(core);
    await start(core, 'folds', foldMembers(CONFIG, 2, null));
    expect((await end).state).toBe('done');
  });
});

const WHOLE = { ...CONFIG, epochs: 40 };

describe('an experiment that did not come to its end', () => {
  /** What an experiment of three seeds leaves behind that nothing stopped. */
  async function undisturbed() {
    const { core } = await makeTrainingProject();
    const end = whenEnded(core);
    const id = await start(core, 'seeds', seedMembers(WHOLE, 3));
    await end;
    return Promise.all((await runsOf(core, id)).map((run) => epochsOf(core, run)));
  }

  it('goes on after it was cancelled, with its member’s checkpoint', async () => {
    const { core } = await makeTrainingProject();
    const end = whenEnded(core);
    const id = await start(core, 'seeds', seedMembers(WHOLE, 3));
    const silence = core.onEvent((event) => {
      if (isEpoch(event, 2)) void core.api.cancelExperiment({ experimentId: id });
    });
    expect(await end).toMatchObject({ state: 'cancelled', done: 0, error: null });
    silence();
    expect((await runsOf(core, id)).map(({ state }) => state)).toEqual(['cancelled']);
    const [stopped] = await runsOf(core, id);
    expect(stopped.epochsDone).toBeLessThan(40);

    const resumedAt: number[] = [];
    core.onEvent((event) => event.kind === 'run-epoch' && event.runId === stopped.id && resumedAt.push(event.record.epoch));
    const second = whenEnded(core);
    valueOf(await core.api.resumeExperiment({ experimentId: id }));
    expect(await second).toMatchObject({ state: 'done', done: 3 });
    expect(resumedAt[0]).toBe(stopped.epochsDone + 1);
    expect(await Promise.all((await runsOf(core, id)).map((run) => epochsOf(core, run)))).toEqual(await undisturbed());
  });

  it('goes on after the project was closed, where it stopped', async () => {
    const { core, path } = await makeTrainingProject();
    const id = await start(core, 'seeds', seedMembers(WHOLE, 3));
    await new Promise<void>((resolve) => core.onEvent((event) => event.kind === 'experiment-progress' && event.done === 1 && resolve()));
    await core.close();
    const again = openCore(path);
    expect(valueOf(await again.api.listExperiments({}))).toMatchObject([{ id, state: 'interrupted', members: 3, done: 1, error: expect.stringMatching(/closed/) }]);
    const end = whenEnded(again);
    valueOf(await again.api.resumeExperiment({ experimentId: id }));
    expect(await end).toMatchObject({ state: 'done', done: 3 });
    expect(await Promise.all((await runsOf(again, id)).map((run) => epochsOf(again, run)))).toEqual(await undisturbed());
  });

  it('goes on with the other members where one of them is stopped or its trainer dies, and says so', async () => {
    const trainers: ReturnType<typeof startNodeTrainer>[] = [];
    const { core } = await makeTrainingProject(() => {
      const trainer = startNodeTrainer();
      trainers.push(trainer);
      return trainer;
    });
    const end = whenEnded(core);
    const id = await start(core, 'seeds', seedMembers(WHOLE, 3));
    const begun = new Set<number>();
    const silence = core.onEvent((event) => {
      if (event.kind !== 'run-epoch' || begun.has(event.runId)) return;
      begun.add(event.runId);
      if (begun.size === 1) void core.api.cancelTraining({ runId: event.runId });
      if (begun.size === 2) trainers.at(-1)!.kill();
    });
    expect(await end).toMatchObject({ state: 'failed', done: 1, error: '2 of 3 runs did not come to their end: seed 0 was stopped, seed 1 failed.' });
    silence();
    const second = whenEnded(core);
    valueOf(await core.api.resumeExperiment({ experimentId: id }));
    expect(await second).toMatchObject({ state: 'done', done: 3, error: null });
  });
});

describe('what a person writes down', () => {
  it('of a run and of an experiment is kept, and changes nothing else', async () => {
    const { core, path } = await makeTrainingProject();
    const end = whenEnded(core);
    const experimentId = await start(core, 'seeds', seedMembers({ ...CONFIG, epochs: 1 }, 1));
    await end;
    const [before] = await runsOf(core, experimentId);
    const run = valueOf(await core.api.annotateRun({ runId: before.id, tags: ['wide', 'wide', 'try'], note: 'first try' }));
    expect(run).toEqual({ ...before, tags: ['wide', 'try'], note: 'first try' });
    valueOf(await core.api.annotateRun({ runId: before.id, favourite: true }));
    valueOf(await core.api.annotateExperiment({ experimentId, archived: true, note: 'too short' }));
    valueOf(await core.api.renameExperiment({ experimentId, name: 'a name' }));
    await core.close();
    const again = openCore(path);
    expect(valueOf(await again.api.listRuns({}))).toMatchObject([{ tags: ['wide', 'try'], note: 'first try', favourite: true, archived: false }]);
    expect(valueOf(await again.api.listExperiments({}))).toMatchObject([{ name: 'a name', archived: true, note: 'too short', tags: [] }]);
    expect(await again.api.annotateRun({ runId: before.id, tags: [' '] })).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringMatching(/tags\.0/) } });
  });
});
