import { afterEach, describe, expect, it } from 'vitest';
import { newEditId, runId, type ExperimentId, type RunId } from '../../../src/shared/domain/ids.ts';
import type { ExperimentKind, PlannedMember } from '../../../src/shared/domain/experiment.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { foldMembers, seedMembers } from '../../../src/shared/experiments/plan-members.ts';
import { partsOf } from '../../../src/shared/engine/comparison/contender-parts.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { CONFIG, disposeProjects, makeTrainingProject, valueOf, type TrainingProject } from '../training/training-project.ts';

afterEach(disposeProjects);

const run = (id: RunId) => ({ kind: 'run', runId: id }) as const;
const experiment = (id: ExperimentId) => ({ kind: 'experiment', experimentId: id, group: null }) as const;

async function train({ core, ended }: TrainingProject, config: TrainConfig): Promise<RunId> {
  const { runId: id } = valueOf(await core.api.startTraining({ config }));
  await ended(id);
  return id;
}

async function trainExperiment(core: Core, kind: ExperimentKind, members: readonly PlannedMember[]): Promise<ExperimentId> {
  const end = new Promise<void>((resolve) => core.onEvent((event) => event.kind === 'experiment-changed' && event.experiment.state !== 'running' && resolve()));
  const { experimentId } = valueOf(await core.api.startExperiment({ kind, members }));
  await end;
  return experimentId;
}

describe('two runs', () => {
  it('are held against each other with the figures that each has by itself', async () => {
    const project = await makeTrainingProject();
    const { api } = project.core;
    const soft = await train(project, CONFIG);
    const crf = await train(project, { ...CONFIG, mode: 'crf' });
    const comparison = valueOf(await api.compare({ contenders: [run(soft), run(crf)], part: 'val' }));
    const evaluations = [valueOf(await api.evaluateRun({ runId: soft, part: 'val' })), valueOf(await api.evaluateRun({ runId: crf, part: 'val' }))];

    expect(comparison).toMatchObject({ part: 'val', windows: evaluations[0].windows, spans: evaluations[0].spans, leftOut: 0, resampling: evaluations[0].resampling });
    expect(comparison.contenders.flatMap(partsOf).map(({ name, kind, mode, runs }) => [name, kind, mode, runs.length, runs[0].steps])).toEqual([
      [`published ${soft}`, 'run', 'soft', 1, 6],
      [`published ${crf}`, 'run', 'crf', 1, 6],
    ]);
    expect(comparison.configuration).toEqual([{ field: 'mode', values: ['soft', 'crf'] }]);
    expect(comparison.contenders.map(({ curves }) => curves)).toEqual(evaluations.map(({ curves }) => curves));
    const auc = comparison.figures.find(({ figure }) => figure === 'auc')!;
    expect(auc.values).toEqual(evaluations.map((evaluation) => evaluation.auc));
    expect(auc.intervals).toEqual(evaluations.map(({ ci }) => ci['auc']));
    expect(comparison.baselines.map(({ name }) => name)).toEqual(['positionPrior', 'allPositive', 'displacement']);
    expect(comparison.baselines[0].gains[0]).toEqual(evaluations[0].baselines[0].gain);
    expect(comparison.cautions.join(' ')).toMatch(/losses are of different kinds.*Fewer than 500 steps/);

    const report = valueOf(await api.reportComparison({ contenders: [run(soft), run(crf)], part: 'val' }));
    expect(JSON.parse(report['comparison.json'])).toMatchObject({ version: '0', windows: comparison.windows, conclusions: comparison.conclusions });
  });

  it('are judged on the windows whose labels did not change between them', async () => {
    const project = await makeTrainingProject();
    const { api } = project.core;
    const before = await train(project, CONFIG);
    const judged = valueOf(await api.listWatchable({ runId: before }));
    const { spans } = valueOf(await api.readWindow({ windowId: judged[0].windowId }));
    valueOf(await api.editLabels({ editId: newEditId(), command: { kind: 'delete-span', id: spans[0].id } }));
    const after = await train(project, CONFIG);
    const comparison = valueOf(await api.compare({ contenders: [run(before), run(after)], part: 'val' }));
    expect(comparison).toMatchObject({ windows: judged.length - 1, leftOut: 1 });
    expect(comparison.confusion.map(({ windowId }) => windowId)).not.toContain(judged[0].windowId);
    expect(comparison.cautions.join(' ')).toMatch(/there are 2 snapshots.*1 window .* is left out/);
  });
});

describe('experiments', () => {
  it('count as the mean of their seeds, and as the folds that did not learn from a window', async () => {
    const project = await makeTrainingProject();
    const { api } = project.core;
    const seeds = await trainExperiment(project.core, 'seeds', seedMembers(CONFIG, 2));
    const folds = await trainExperiment(project.core, 'folds', foldMembers(CONFIG, 3, null));
    const comparison = valueOf(await api.compare({ contenders: [experiment(folds), experiment(seeds)], part: 'val' }));
    const [ofFolds, ofSeeds] = comparison.contenders.flatMap(partsOf);
    expect([ofFolds.kind, ofFolds.runs.length, ofSeeds.kind, ofSeeds.runs.length]).toEqual(['folds', 3, 'seeds', 2]);
    const own = await Promise.all(ofSeeds.runs.map(async ({ id }) => valueOf(await api.evaluateRun({ runId: id, part: 'val' }))));
    expect(comparison).toMatchObject({ windows: own[0].windows, leftOut: 24 - own[0].windows });
    const figure = comparison.figures.find((each) => each.figure === 'auc')!;
    expect(figure.values[1]).toBeCloseTo((own[0].auc! + own[1].auc!) / 2, 12);
    expect(figure.deviations).toEqual([null, expect.closeTo(Math.abs(own[0].auc! - own[1].auc!) / Math.SQRT2, 12)]);
    for (const { windowId, shownBy } of comparison.confusion) {
      expect(valueOf(await api.listWatchable({ runId: shownBy[0] })).map((each) => each.windowId)).toContain(windowId);
    }
    expect(await api.compare({ contenders: [experiment(folds), experiment(seeds)], part: 'train' })).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringMatching(/Folds/) } });
  });
});

describe('what cannot be compared', () => {
  it('is refused in words', async () => {
    const project = await makeTrainingProject();
    const { api } = project.core;
    const one = await train(project, CONFIG);
    const refusal = async (contenders: Parameters<typeof api.compare>[0]['contenders'], part: 'val' | 'test' = 'val') => {
      const answer = await api.compare({ contenders, part });
      return answer.ok ? 'it was compared' : `${answer.error.kind}: ${answer.error.message}`;
    };
    expect(await refusal([run(one)])).toMatch(/^invalid-input: compare: contenders/);
    expect(await refusal([run(one), run(one)])).toMatch(/^invalid-input: .*twice/);
    expect(await refusal([run(one), run(runId(99))])).toMatch(/^not-found: .*no run 99/);
    const without = await train(project, { ...CONFIG, split: { kind: 'temporal', validation: 0.2, test: 0 } });
    expect(await refusal([run(one), run(without)], 'test')).toMatch(/^not-enough-data: Run 2 has no test windows/);
  });
});
