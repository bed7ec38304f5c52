import { afterEach, describe, expect, it } from 'vitest';
import type { Comparison, ContenderSource, TogetherSource, TrainedSource } from '../../../src/shared/domain/comparison.ts';
import type { PlannedMember } from '../../../src/shared/domain/experiment.ts';
import { runId, type ExperimentId, type RunId, type WindowId } from '../../../src/shared/domain/ids.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { foldMembers, seedMembers } from '../../../src/shared/experiments/plan-members.ts';
import { partsOf } from '../../../src/shared/engine/comparison/contender-parts.ts';
import { bestThreshold } from '../../../src/shared/engine/evaluation/best-threshold.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { CONFIG, disposeProjects, makeTrainingProject, SURGE_BARS, surgeOf, valueOf, type TrainingProject } from '../training/training-project.ts';

afterEach(disposeProjects);

const run = (id: RunId): TrainedSource => ({ kind: 'run', runId: id });
const group = (id: ExperimentId, name: string | null): TrainedSource => ({ kind: 'experiment', experimentId: id, group: name });
const together = (...parts: readonly TrainedSource[]): TogetherSource => ({ kind: 'together', parts });
const CRF: TrainConfig = { ...CONFIG, mode: 'crf' };

async function train({ core, ended }: TrainingProject, config: TrainConfig, name: string): Promise<RunId> {
  const { runId: id } = valueOf(await core.api.startTraining({ config, name }));
  await ended(id);
  return id;
}

async function trainSweep(core: Core, members: readonly PlannedMember[]): Promise<ExperimentId> {
  const end = new Promise<void>((resolve) => core.onEvent((event) => event.kind === 'experiment-changed' && event.experiment.state !== 'running' && resolve()));
  const { experimentId } = valueOf(await core.api.startExperiment({ kind: 'sweep', name: 'modes', members }));
  await end;
  return experimentId;
}

/** From each of two seeds two folds of each mode. */
const MODES: readonly PlannedMember[] = (['soft', 'crf'] as const).flatMap((mode) =>
  seedMembers({ ...CONFIG, mode, crfProbability: 'marginals' }, 2).flatMap((seeded) => foldMembers(seeded.config, 2, null).map((fold) => ({ ...fold, label: `mode ${mode}, ${seeded.label}, ${fold.label}`, group: `mode ${mode}` }))),
);

const compare = async ({ core }: TrainingProject, contenders: readonly ContenderSource[], part: 'val' | 'test' = 'val'): Promise<Comparison> => valueOf(await core.api.compare({ contenders, part }));
const valuesOf = ({ figures }: Comparison, name: string) => figures.find(({ figure }) => figure === name)!.values;

/** The part's windows, what each run says of their bars, and where the surges are. */
async function barsOf({ core, windowIds }: TrainingProject, runs: readonly RunId[], windows: readonly WindowId[]) {
  const bars: { readonly said: readonly number[]; readonly isLabelled: boolean }[] = [];
  for (const windowId of windows) {
    const predictions = await Promise.all(runs.map(async (id) => valueOf(await core.api.readWindowPrediction({ runId: id, windowId, threshold: 0.5 }))));
    const from = surgeOf(windowIds.indexOf(windowId));
    predictions[0].probability.forEach((_, t) => bars.push({ said: predictions.map(({ probability }) => probability[t]), isLabelled: t >= from && t < from + SURGE_BARS }));
  }
  return bars;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('runs together', () => {
  it('judge each bar by the mean of their probabilities, by a threshold that validates that mean', async () => {
    const project = await makeTrainingProject();
    const soft = await train(project, CONFIG, 'soft');
    const segments = await train(project, { ...CONFIG, mode: 'segments', seed: 4, tasks: { ...CONFIG.tasks, countdown: false } }, 'segments');
    const order = [run(soft), run(segments), together(run(soft), run(segments))];
    const [val, test] = [await compare(project, order), await compare(project, order, 'test')];
    expect(val.contenders.map(({ name, mode, kind }) => [name, mode, kind])).toEqual([['soft', 'soft', 'run'], ['segments', 'segments', 'run'], ['soft + segments', 'together', 'run']]);

    const validating = await barsOf(project, [soft, segments], val.confusion.map(({ windowId }) => windowId));
    const tested = await barsOf(project, [soft, segments], test.confusion.map(({ windowId }) => windowId));
    const target = Uint8Array.from(validating, ({ isLabelled }) => (isLabelled ? 1 : 0));
    const { threshold } = bestThreshold(Float32Array.from(validating, ({ said }) => mean(said)), target);
    expect([val, test].map(({ contenders }) => contenders[2].bestThreshold)).toEqual([threshold, threshold]);
    for (const [comparison, bars] of [[val, validating], [test, tested]] as const) {
      const squares = bars.map(({ said, isLabelled }) => (mean(said.map(Math.fround)) - Number(isLabelled)) ** 2);
      expect(valuesOf(comparison, 'brier')[2]).toBeCloseTo(mean(squares), 6);
      const inMean = mean(bars.filter(({ isLabelled }) => isLabelled).map(({ said }) => mean(said)));
      expect(valuesOf(comparison, 'separation.inMean')[2]).toBeCloseTo(inMean, 6);
    }
    expect(val.contenders[2].decoding).toMatchObject({ config: { decoder: 'threshold' }, choice: 'validation' });
    expect(val.contenders[2].absent).toMatchObject({ countdown: expect.stringMatching(/Not all/), sequence: expect.stringMatching(/no most likely/) });
    expect(valuesOf(val, 'pointers.centreAbsolute').every((value) => value !== null)).toBe(true);
    expect(val.configuration.find(({ field }) => field === 'mode')!.values).toEqual(['soft', 'segments', { several: ['soft', 'segments'] }]);
    expect(val.confusion.every(({ shownBy }) => shownBy[2] === soft)).toBe(true);
    expect(valuesOf(val, 'decoders.viterbi.fixed.span.f1Iou50')).toEqual([null, expect.any(Number), null]);
  });

  it('that learned the very same say what one says', async () => {
    const project = await makeTrainingProject();
    const [one, twin] = [await train(project, CONFIG, 'twin'), await train(project, CONFIG, 'twin')];
    const comparison = await compare(project, [run(one), together(run(one), run(twin))]);
    expect(comparison.contenders.map(({ name }) => name)).toEqual(['twin (run 1)', 'twin (run 1) + twin (run 2)']);
    for (const { figure, values, intervals } of comparison.figures) expect([values[1], intervals[1]], figure).toEqual([values[0], intervals[0]]);
    expect(comparison.confusion.every(({ decoded }) => JSON.stringify(decoded[0]) === JSON.stringify(decoded[1]))).toBe(true);
    const report = valueOf(await project.core.api.reportComparison({ contenders: [run(one), together(run(one), run(twin))], part: 'val' }));
    const { commands } = JSON.parse(report['comparison.json']) as { commands: readonly string[] };
    expect(commands.filter((command) => command.startsWith('expanse train'))).toHaveLength(2);
    expect(commands.at(-1)).toMatch(/^expanse compare 1 1\+2 --part val/);
  });
});

describe('groups of experiments together', () => {
  it('are matched by seed, and by folds that did not learn from a window', async () => {
    const project = await makeTrainingProject();
    const id = await trainSweep(project.core, MODES);
    const [soft, crf] = [group(id, 'mode soft'), group(id, 'mode crf')];
    const comparison = await compare(project, [soft, together(soft, crf)]);
    const [, both] = comparison.contenders;
    expect([both.name, both.kind, both.missing, partsOf(both).map(({ runs }) => runs.length)]).toEqual(['mode soft + mode crf', 'folds', 0, [4, 4]]);
    expect(comparison).toMatchObject({ windows: 24, leftOut: 0 });

    // One seed after the other, and by hand: the two runs whose fold the window is.
    const briers: number[] = [];
    for (const seed of [0, 1]) {
      const squares: number[] = [];
      for (const { windowId } of comparison.confusion) {
        const own: RunId[] = [];
        for (const part of partsOf(both)) {
          for (const each of part.runs.filter((candidate) => candidate.seed === seed)) {
            if (valueOf(await project.core.api.listWatchable({ runId: each.id })).some((window) => window.windowId === windowId)) own.push(each.id);
          }
        }
        expect(own).toHaveLength(2);
        squares.push(...(await barsOf(project, own, [windowId])).map(({ said, isLabelled }) => (mean(said) - Number(isLabelled)) ** 2));
      }
      briers.push(mean(squares));
    }
    expect(valuesOf(comparison, 'brier')[1]).toBeCloseTo(mean(briers), 6);
    const { deviations } = comparison.figures.find(({ figure }) => figure === 'brier')!;
    expect(deviations[1]).toBeCloseTo(Math.abs(briers[0] - briers[1]) / Math.SQRT2, 6);
  });
});

describe('what cannot be judged together', () => {
  it('is refused in words', async () => {
    const project = await makeTrainingProject();
    const one = await train(project, CONFIG, 'one');
    const crf = await train(project, CRF, 'crf');
    const id = await trainSweep(project.core, seedMembers(CONFIG, 2));
    const refusal = async (...contenders: readonly ContenderSource[]): Promise<string> => {
      const answer = await project.core.api.compare({ contenders, part: 'val' });
      return answer.ok ? 'it was compared' : `${answer.error.kind}: ${answer.error.message}`;
    };
    expect(await refusal(run(one), together(run(one), group(id, null)))).toBe('invalid-input: What is judged together is matched by seeds, but “one” has the seed 0 and “modes” has the seeds 0 and 1.');
    expect(await refusal(run(one), together(run(crf), run(crf)))).toMatch(/^invalid-input: Run 2, “crf”, would be twice/);
    expect(await refusal(together(run(one), run(crf)), together(run(crf), run(one)))).toMatch(/^invalid-input: .*named twice/);
    expect(await refusal(run(one), together(run(one), run(runId(99))))).toMatch(/^not-found: .*no run 99/);
    expect(await refusal(run(one), together(run(one)))).toMatch(/^invalid-input: compare: contenders/);
    expect(await refusal(run(one), { kind: 'together', parts: [run(one), together(run(one), run(crf)) as never] })).toMatch(/^invalid-input: compare: contenders/);
  });
});
