import { beforeAll, describe, expect, it } from 'vitest';
import type { SpanMode, TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { spanProbabilities } from '../../../../src/shared/engine/model/span-probabilities.ts';
import { readState, writeState } from '../../../../src/shared/engine/training/checkpoint.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import { buildOnSoft } from '../../../../src/shared/engine/training/soft-start/build-on-soft.ts';
import { startSoft } from '../../../../src/shared/engine/training/soft-start/soft-start.ts';
import { train, type TrainWatch } from '../../../../src/shared/engine/training/train-loop.ts';
import { learnedParameters, memberConfigs, startState } from '../../../../src/shared/engine/training/train-state.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../golden-tensors.ts';
import { makeConfig, makeData } from './train-tasks.ts';

const silent: TrainWatch = { betweenSteps: async () => undefined, afterEpoch: () => undefined };
const shape = { windows: 20, length: 12, inputs: 3 };
const data = makeData(shape, 6);
const SEQUENCES: readonly SpanMode[] = ['crf', 'segments'];
const onSoft = (mode: SpanMode, changes: Partial<TrainConfig> = {}): TrainConfig =>
  makeConfig({ mode, epochs: 2, weightAverage: 0.9, softStart: { epochs: 3 }, longestSpan: 12, ...changes });

describe('a model of sequences on top of a soft one', () => {
  beforeAll(() => activate('wasm'));

  it('says of each bar what the soft one does while its sequence says nothing', async () => {
    const soft = learnedParameters(await train(data, makeConfig({ mode: 'soft', epochs: 3 }), silent));
    const crf = startState(onSoft('crf'), shape.inputs).parameters;
    buildOnSoft(soft, crf, 1);
    for (const name of ['start_transitions', 'end_transitions', 'transitions']) crf.views.get(`crf.${name}`)!.fill(0);
    const said = async (parameters: typeof soft) => spanProbabilities(parameters, { values: (await runJade(parameters, data.val!)).emissions, length: shape.length });
    expect(largestDifference(await said(crf), await said(soft))).toBeLessThan(1e-6);
  });

  it('takes off the log-odds what a positive weight put on them', async () => {
    const soft = startState(makeConfig({ mode: 'soft' }), shape.inputs).parameters;
    const segments = startState(onSoft('segments'), shape.inputs).parameters;
    buildOnSoft(soft, segments, 13.1);
    const [odds, scores] = [await runJade(soft, data.val!), await runJade(segments, data.val!)].map(({ emissions }) => emissions);
    odds.forEach((value, bar) => {
      expect(scores[3 * bar]).toBeCloseTo(value - Math.log(13.1), 5);
      expect([...scores.subarray(3 * bar + 1, 3 * bar + 3)]).toEqual([0, 0]);
    });
  });

  it.each(SEQUENCES)('starts where that one ends, to the bit (%s)', async (mode) => {
    const config = onSoft(mode, { spanLoss: { kind: 'bce', on: 'logits', positiveWeight: 'from-data' } });
    const softConfig: TrainConfig = { ...config, mode: 'soft', epochs: 3, softStart: null };
    const soft = learnedParameters(await train(data, softConfig, silent));
    const [begun, expected] = [startState(config, shape.inputs).parameters, startState(config, shape.inputs).parameters];
    await startSoft(begun, data.train, config, async () => undefined);
    buildOnSoft(soft, expected, makeObjective(softConfig, data.train).positiveWeight);
    expect(begun.flat).toEqual(expected.flat);
    expect(begun.flat).not.toEqual(startState(config, shape.inputs).parameters.flat);
  });

  it.each(SEQUENCES)('goes on from any epoch as if it had never stopped (%s)', async (mode) => {
    const kept: Uint8Array[] = [];
    const config = onSoft(mode, { epochs: 3 });
    const whole = await train(data, config, { ...silent, afterEpoch: (_, state) => kept.push(writeState(state)) });
    const resumed = await train(data, config, silent, { resumed: readState(kept[0], config, shape.inputs) });
    expect(writeState(resumed)).toEqual(writeState(whole));
  });

  it('counts the steps of the soft one, and those of every member of an ensemble', async () => {
    const told: (readonly [number, number])[] = [];
    const config = onSoft('crf', { ensemble: 2, batchSize: 10 });
    await train(data, config, { ...silent, betweenSteps: async (done, steps) => void told.push([done, steps]) });
    const steps = memberConfigs(config).length * (3 + 2) * Math.ceil(data.train.windows / 10);
    expect(told).toEqual(Array.from({ length: steps }, (_, step) => [step, steps]));
  });

  it('is refused where there is no sequence', async () => {
    await expect(train(data, onSoft('soft'), silent)).rejects.toThrow(/softStart is on; expected null in mode soft/);
    await expect(train(data, onSoft('crf', { softStart: { epochs: 0 } }), silent)).rejects.toThrow(/softStart\.epochs is 0/);
  });
});
