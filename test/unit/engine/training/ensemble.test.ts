import { beforeAll, describe, expect, it } from 'vitest';
import type { SpanMode, TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { forwardBackward } from '../../../../src/shared/engine/crf/forward-backward.ts';
import { featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { mirrorFeatures } from '../../../../src/shared/engine/features/mirror-features.ts';
import { meanParameters, runMembers, type MemberRun } from '../../../../src/shared/engine/model/ensemble.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { crfScores, spanProbabilities } from '../../../../src/shared/engine/model/span-probabilities.ts';
import { readMembers, readState, readWeights, writeMembers, writeState } from '../../../../src/shared/engine/training/checkpoint.ts';
import { evaluatePart } from '../../../../src/shared/engine/training/evaluate-part.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import { train, type TrainWatch } from '../../../../src/shared/engine/training/train-loop.ts';
import { learnedMembers, memberConfigs, membersOf, type TrainState } from '../../../../src/shared/engine/training/train-state.ts';
import { activate } from '../backend.ts';
import { makeConfig, makeData } from './train-tasks.ts';

const silent: TrainWatch = { betweenSteps: async () => undefined, afterEpoch: () => undefined };
const data = makeData({ windows: 20, length: 12, inputs: 3 }, 6);
const MODES: readonly SpanMode[] = ['soft', 'crf', 'segments'];
const three = (mode: SpanMode, changes: Partial<TrainConfig> = {}): TrainConfig => makeConfig({ mode, ensemble: 3, weightAverage: 0.9, epochs: 3, ...changes });
const flats = (state: TrainState): Float32Array[] => membersOf(state).map(({ parameters }) => parameters.flat);

describe('an ensemble', () => {
  beforeAll(() => activate('wasm'));

  it.each(MODES)('learns as each of its members would by itself, to the bit (%s)', async (mode) => {
    const config = three(mode);
    const together = flats(await train(data, config, silent));
    const alone: Float32Array[] = [];
    for (const own of memberConfigs(config)) alone.push((await train(data, { ...own, ensemble: 1 }, silent)).parameters.flat);
    expect(together).toEqual(alone);
    expect(new Set(memberConfigs(config).map(({ seed }) => seed)).size).toBe(3);
  });

  it.each(MODES)('goes on from any epoch as if it had never stopped (%s)', async (mode) => {
    const kept: Uint8Array[] = [];
    const config = three(mode);
    const whole = await train(data, config, { ...silent, afterEpoch: (_, state) => kept.push(writeState(state)) });
    for (const checkpoint of kept.slice(0, -1)) {
      const resumed = await train(data, config, silent, { resumed: readState(checkpoint, config, data.train.inputs) });
      expect(writeState(resumed)).toEqual(writeState(whole));
    }
  });

  it('counts the steps of all members, those before the labels too', async () => {
    const told: (readonly [number, number])[] = [];
    const unlabelled = { windows: 20, length: 12, inputs: 3, features: data.train.features.slice(0, 20 * 12 * 3), next: null };
    const config = three('soft', { epochs: 2, batchSize: 10, pretraining: { kind: 'masked', epochs: 2, windows: 20 } });
    await train({ ...data, unlabelled }, config, { ...silent, betweenSteps: async (done, steps) => void told.push([done, steps]) });
    const perMember = 2 * 2 + 2 * Math.ceil(data.train.windows / 10);
    expect(told).toEqual(Array.from({ length: 3 * perMember }, (_, step) => [step, 3 * perMember]));
  });

  it('averages the probabilities of soft models', async () => {
    const members = learnedMembers(await train(data, three('soft'), silent));
    const { outputs, scores } = await runMembers(members, data.val!);
    const probability = spanProbabilities(scores, { values: outputs.emissions, length: 12 });
    const each = await Promise.all(members.map(async (member) => spanProbabilities(member, { values: (await runJade(member, data.val!)).emissions, length: 12 })));
    probability.forEach((value, i) => expect(value).toBeCloseTo((each[0][i] + each[1][i] + each[2][i]) / 3, 6));
  });

  it('averages the scores of sequences, which makes one model of sequences', async () => {
    const members = learnedMembers(await train(data, three('crf'), silent));
    const { outputs, scores } = await runMembers(members, data.val!);
    const each = await Promise.all(members.map((member) => runJade(member, data.val!)));
    const mean = (values: readonly ArrayLike<number>[]) => Float64Array.from(values[0], (_, i) => values.reduce((sum, own) => sum + own[i], 0) / values.length);
    const own = members.map(crfScores);
    const averaged = { tags: 2, start: mean(own.map(({ start }) => start)), end: mean(own.map(({ end }) => end)), transitions: mean(own.map(({ transitions }) => transitions)) };
    const { marginals } = forwardBackward({ emissions: mean(each.map(({ emissions }) => emissions)).subarray(0, 24), length: 12 }, averaged);
    const probability = spanProbabilities(scores, { values: outputs.emissions, length: 12 });
    for (let t = 0; t < 12; t++) expect(probability[t]).toBeCloseTo(marginals[2 * t + 1], 5);
    for (const head of ['logits', 'pointers', 'countdown'] as const) mean(each.map((single) => single[head])).forEach((value, i) => expect(outputs[head][i]).toBeCloseTo(value, 5));
  });

  it.each(MODES)('says of windows that it judges upside down, too, the mean of both (%s)', async (mode) => {
    const members = learnedMembers(await train(data, three(mode, { ensemble: 2 }), silent));
    const mirror = (features: Float32Array): Float32Array => features.map((value, i) => (i % 3 === 1 ? -value : value));
    const upsideDown = { ...data.val!, features: mirror(data.val!.features) };
    const both = await runMembers(members, data.val!, { mirror });
    const [plain, turned] = [await runMembers(members, data.val!), await runMembers(members, upsideDown)];
    const ofBars = ({ outputs, scores }: typeof both) => (mode === 'soft' ? spanProbabilities(scores, { values: outputs.emissions, length: 12 }) : outputs.emissions);
    ofBars(both).forEach((value, i) => expect(value).toBeCloseTo((ofBars(plain)[i] + ofBars(turned)[i]) / 2, 5));
    expect(ofBars(both)).not.toEqual(ofBars(plain));
  });

  it('judges the validation part both ways where predictions are mirrored', async () => {
    const wide = makeData({ windows: 20, length: 12, inputs: featureSet('expanse-1').names.length }, 6);
    const config = three('soft', { features: 'expanse-1', mirroredPredictions: true });
    let told: number | undefined;
    const state = await train(wide, config, { ...silent, afterEpoch: ({ val }) => (told = val?.raw.span) });
    const judged = (mirror: MemberRun['mirror']) => evaluatePart(learnedMembers(state), wide.val!, makeObjective(config, wide.train), { mirror, crfProbability: config.crfProbability });
    expect(told).toBe((await judged((values) => mirrorFeatures(featureSet('expanse-1'), values))).losses.raw.span);
    expect(told).not.toBe((await judged(null)).losses.raw.span);
  });

  it('is not mirrored where nobody knows how', async () => {
    await expect(train(data, three('soft', { mirroredPredictions: true }), silent)).rejects.toThrow(/mirroredPredictions is true; expected false with features relativity/);
  });

  it('of one member is that member, to the bit', async () => {
    const members = learnedMembers(await train(data, three('segments', { ensemble: 1 }), silent));
    expect(meanParameters(members)).toBe(members[0]);
    expect((await runMembers(members, data.val!)).outputs).toEqual(await runJade(members[0], data.val!));
  });

  it('is kept in one file, from which no single model is read by mistake', async () => {
    const members = learnedMembers(await train(data, three('soft'), silent));
    const file = writeMembers(members);
    expect(readMembers(file).map(({ flat }) => flat)).toEqual(members.map(({ flat }) => flat));
    expect(readMembers(writeMembers(members.slice(0, 1)))).toHaveLength(1);
    expect(() => readWeights(file)).toThrow('This file holds the 3 models of an ensemble; expected one.');
    const other = learnedMembers(await train(data, three('soft', { ensemble: 1, hiddenSize: 4 }), silent));
    expect(() => readMembers(writeMembers([...members, ...other]))).toThrow(/differ in their sizes/);
  });
});
