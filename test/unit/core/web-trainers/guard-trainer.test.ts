import { beforeEach, describe, expect, it } from 'vitest';
import type { EpochView } from '../../../../src/shared/domain/epoch-view.ts';
import type { EpochRecord, PerTask } from '../../../../src/shared/domain/run.ts';
import { writeState, writeWeights } from '../../../../src/shared/engine/training/checkpoint.ts';
import type { TrainerRequest } from '../../../../src/shared/engine/training/messages.ts';
import { startState } from '../../../../src/shared/engine/training/train-state.ts';
import { writeSafetensors } from '../../../../src/shared/engine/safetensors/write-safetensors.ts';
import type { TrainerProcess } from '../../../../src/main/core/trainer-process.ts';
import { guardTrainer } from '../../../../src/main/core/web-trainers/guard-trainer.ts';
import { makeConfig, makeData } from '../../engine/training/train-tasks.ts';
import { makeFakeTrainer, type FakeTrainer } from './fake-trainer.ts';

const config = makeConfig();
const data = makeData({ windows: 4, length: 12, inputs: 3 }, 2);
const [TRAIN, PREDICT, HEADS, EXAMINE] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

let trainer: FakeTrainer;
let guarded: TrainerProcess;
let heard: unknown[];
let ends: string[];

beforeEach(() => {
  trainer = makeFakeTrainer();
  guarded = guardTrainer(trainer);
  heard = [];
  ends = [];
  guarded.onMessage((message) => heard.push(message));
  guarded.onExit((reason) => ends.push(reason));
  const orders: readonly TrainerRequest[] = [
    { kind: 'train', id: TRAIN, config, data, resume: null },
    { kind: 'predict', id: PREDICT, config, weights: new Uint8Array(), windows: data.train, heads: false },
    { kind: 'predict', id: HEADS, config: { ...config, mode: 'crf' }, weights: new Uint8Array(), windows: data.train, heads: true },
    { kind: 'examine', id: EXAMINE, threads: 1 },
  ];
  orders.forEach((order) => guarded.post(order));
});

const perTask: PerTask = { pointers: 1, type: 1, span: 1, countdown: 1 };
const losses = { raw: perTask, weighted: 2, sum: 4 };
const record: EpochRecord = {
  epoch: 1,
  train: losses,
  val: null,
  sigmas: perTask,
  taskWeights: perTask,
  learningRate: 0.001,
  gradientNorm: 3,
  val05: null,
  valBest: null,
  separation: null,
  seconds: 0.5,
};

const bins = new Array<number>(40).fill(1);
const view: EpochView = { histogram: { inSpan: bins, outSpan: bins }, priorF1: 0.2, windows: [{ place: 0, curve: '###' }], memory: { process: null, backend: 1000 } };
const viewed = (changes: object) => ({ kind: 'epoch', id: TRAIN, record: { ...record, view: { ...view, ...changes } } });

function checkpoint(changes: object = {}) {
  const state = startState(config, data.train.inputs);
  state.epoch = 1;
  state.best = { epoch: 1, f1: 0.5, loss: 1 };
  return { kind: 'checkpoint', id: TRAIN, which: 'last', epoch: 1, weights: writeWeights(state.parameters), optimiser: writeState(state), ...changes };
}

/** Of the four windows of twelve bars, by a CRF. */
function predictedHeads(changes: object = {}) {
  const sequence = { tags: new Uint8Array(48).fill(1), posterior: new Float32Array(48).fill(0.5) };
  const heads = { type: new Float32Array(12), pointers: new Float32Array(8), countdown: new Float32Array(48), sequence, ...changes };
  return { kind: 'predicted', id: HEADS, probabilities: new Float32Array(48).fill(0.5), heads };
}

function stateWith(change: (state: ReturnType<typeof startState>) => void) {
  const state = startState(config, data.train.inputs);
  state.epoch = 1;
  change(state);
  return writeState(state);
}

describe('a trainer in a page', () => {
  it('is heard in all that a trainer says', () => {
    const said = [
      { kind: 'ready', backend: 'webgpu', version: 2, notes: ['why'] },
      { kind: 'examined', id: EXAMINE, threads: 1, backends: [{ name: 'webgpu', usable: true, secondsPerStep: 0.01 }] },
      { kind: 'progress', id: TRAIN, done: 1, total: 3 },
      { kind: 'epoch', id: TRAIN, record },
      { kind: 'epoch', id: TRAIN, record: { ...record, view } },
      checkpoint(),
      { kind: 'trained', id: TRAIN, epochs: 1, bestEpoch: 1, cancelled: false },
      { kind: 'predicted', id: PREDICT, probabilities: new Float32Array(4 * 12).fill(0.5), heads: null },
      predictedHeads(),
    ];
    said.forEach(trainer.say);
    expect(heard).toEqual(said);
    expect(ends).toEqual([]);
  });

  it('that says it ended is gone for that reason', () => {
    trainer.say({ kind: 'ended', reason: 'its program could not be loaded' });
    expect([ends, heard, trainer.isKilled()]).toEqual([['its program could not be loaded'], [], true]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['no message at all', () => 'hello', /the message/],
    ['a kind that there is not', () => ({ kind: 'delete-everything' }), /kind/],
    ['a field too many', () => ({ kind: 'progress', id: TRAIN, done: 1, total: 3, path: '/etc' }), /Unrecognized key/],
    ['another back end than its own', () => ({ kind: 'ready', backend: 'wasm', version: 2, notes: [] }), /backend/],
    ['a time of no step', () => ({ kind: 'examined', id: EXAMINE, threads: 1, backends: [{ name: 'webgpu', usable: true, secondsPerStep: 0 }] }), /secondsPerStep/],
    ['a text without end', () => ({ kind: 'ended', reason: 'x'.repeat(5000) }), /reason/],
    ['an answer to what nobody asked', () => ({ kind: 'trained', id: crypto.randomUUID(), epochs: 1, bestEpoch: null, cancelled: false }), /answers what nobody asked/],
    ['a prediction for a training', () => ({ kind: 'predicted', id: TRAIN, probabilities: new Float32Array(1), heads: null }), /"predicted" is no answer to "train"/],
    ['a loss that is no number', () => ({ kind: 'epoch', id: TRAIN, record: { ...record, gradientNorm: Number.NaN } }), /record\.gradientNorm/],
    ['an endless loss', () => ({ kind: 'epoch', id: TRAIN, record: { ...record, train: { ...losses, sum: Infinity } } }), /record\.train\.sum/],
    ['more epochs than were ordered', () => ({ kind: 'epoch', id: TRAIN, record: { ...record, epoch: 4 } }), /epoch 4 of 3/],
    ['a window that does not validate', () => viewed({ windows: [{ place: data.val?.windows ?? 0, curve: '' }] }), /it told of validation window/],
    ['a histogram without end', () => viewed({ histogram: { inSpan: new Array<number>(1000).fill(0), outSpan: bins } }), /histogram\.inSpan/],
    ['a curve without end', () => viewed({ windows: [{ place: 0, curve: 'x'.repeat(5000) }] }), /windows\.0\.curve/],
    ['too few probabilities', () => ({ kind: 'predicted', id: PREDICT, probabilities: new Float32Array(7), heads: null }), /predicted 7 bars instead of 48/],
    ['no heads where they were asked for', () => ({ ...predictedHeads(), heads: null }), /left out the heads/],
    ['heads that nobody asked for', () => ({ ...predictedHeads(), id: PREDICT }), /heads that nobody asked for/],
    ['heads of other windows', () => predictedHeads({ countdown: new Float32Array(12) }), /sizes 12, 8, 12, 48, 48 instead of 12, 8, 48, 48, 48/],
    ['heads of another mode', () => predictedHeads({ sequence: null }), /of another mode/],
    ['a head that is no number', () => predictedHeads({ pointers: new Float32Array(8).fill(Number.NaN) }), /no finite number/],
    ['a tag that there is not', () => predictedHeads({ sequence: { tags: new Uint8Array(48).fill(3), posterior: new Float32Array(48) } }), /a tag that there is not/],
    ['what is no probability', () => ({ kind: 'predicted', id: PREDICT, probabilities: new Float32Array(48).fill(2), heads: null }), /no probability/],
    ['NaN for a probability', () => ({ kind: 'predicted', id: PREDICT, probabilities: new Float32Array(48).fill(Number.NaN), heads: null }), /no probability/],
    ['weights that are no file', () => checkpoint({ weights: new Uint8Array(5) }), /too short to hold a header/],
    ['weights of another size', () => checkpoint({ weights: writeWeights(startState({ ...config, hiddenSize: 4 }, 3).parameters) }), /its weights have no "lstm\.weight_ih_l0" of the shape \[32, 3\]/],
    ['weights of a size that fits in no memory', () => checkpoint({ weights: writeSafetensors(new Map([['lstm.weight_hh_l0', { shape: [0, 2 ** 40], data: new Float32Array(0) }]])) }), /its weights have no/],
    ['weights that are no numbers', () => checkpoint({ weights: writeWeights(withNaN()) }), /no finite number/],
    ['an optimiser of another training', () => checkpoint({ optimiser: writeState(startState({ ...config, hiddenSize: 4 }, 3)) }), /this configuration has/],
    ['an optimiser that is no numbers', () => checkpoint({ optimiser: stateWith(({ adam }) => adam.mean.fill(Number.NaN, 0, 1)) }), /optimiser holds a value that is no finite number/],
    ['an optimiser of another epoch', () => checkpoint({ optimiser: stateWith((state) => (state.epoch = 2)) }), /checkpoint of epoch 1 holds epoch 2/],
    ['a best epoch without figures', () => checkpoint({ optimiser: stateWith((state) => (state.best = { epoch: 1, f1: 'best' as never, loss: 0 })) }), /best epoch has no finite figures/],
  ])('that sends %s is ended, in words', (_what, message, reason) => {
    trainer.say(message());
    expect(ends).toEqual([expect.stringMatching(reason)]);
    expect(ends[0]).toMatch(/^it sent what no trainer sends \(.*\) and was ended$/s);
    expect([heard, trainer.isKilled()]).toEqual([[], true]);
    trainer.say({ kind: 'progress', id: TRAIN, done: 1, total: 3 });
    expect(heard).toEqual([]);
  });

  it('answers once: a second answer is one too many', () => {
    const answer = { kind: 'trained', id: TRAIN, epochs: 1, bestEpoch: 1, cancelled: false };
    trainer.say(answer);
    trainer.say(answer);
    expect(heard).toEqual([answer]);
    expect(ends).toEqual([expect.stringMatching(/nobody asked/)]);
  });
});

function withNaN() {
  const { parameters } = startState(config, 3);
  parameters.flat[5] = Number.NaN;
  return parameters;
}
