import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainerMessage, TrainerRequest } from '../../../../src/shared/engine/training/messages.ts';
import type { BackendSettings } from '../../../../src/shared/domain/train-config.ts';
import { readWeights } from '../../../../src/shared/engine/training/checkpoint.ts';
import { makeTrainer } from '../../../../src/shared/engine/training/trainer.ts';
import { bestSegmentation } from '../../../../src/shared/engine/crf/segments/best-segmentation.ts';
import { viterbi } from '../../../../src/shared/engine/crf/viterbi.ts';
import { tagSpans } from '../../../../src/shared/engine/evaluation/decoding/tag-spans.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { crfScores, segmentScores } from '../../../../src/shared/engine/model/span-probabilities.ts';
import { activate } from '../backend.ts';
import { makeConfig, makeData } from './train-tasks.ts';

const data = makeData({ windows: 20, length: 12, inputs: 3 }, 6);

/** A trainer in this process, and what it posted. */
function startTrainer() {
  const posted: TrainerMessage[] = [];
  const waiting: { holds: (message: TrainerMessage) => boolean; resolve: (message: TrainerMessage) => void }[] = [];
  const started: (readonly [threads: unknown, wideVectors: boolean])[] = [];
  const examined: BackendSettings[] = [];
  let left = false;
  const trainer = makeTrainer({
    post: (message) => {
      posted.push(message);
      waiting.filter(({ holds }) => holds(message)).forEach(({ resolve }) => resolve(message));
    },
    useBackend: async (wanted, threads, wideVectors) => {
      started.push([threads, wideVectors]);
      return { name: wanted === 'auto' ? 'wasm' : wanted, notes: [] };
    },
    examine: async (settings) => {
      examined.push(settings);
      return { threads: 1, backends: [{ name: 'wasm', usable: true, secondsPerStep: 0.02 }] };
    },
    memory: () => ({ process: 1000, backend: 10 }),
    leave: () => (left = true),
  });
  const until = <Kind extends TrainerMessage['kind']>(kind: Kind): Promise<Extract<TrainerMessage, { kind: Kind }>> =>
    new Promise((resolve) => waiting.push({ holds: (message) => message.kind === kind, resolve: resolve as (message: TrainerMessage) => void }));
  const ask = <Kind extends TrainerMessage['kind']>(request: TrainerRequest, kind: Kind) => {
    const answer = until(kind);
    trainer.receive(request);
    return answer;
  };
  return { posted, started, examined, ask, until, receive: trainer.receive, hasLeft: () => left };
}

const ofKind = <Kind extends TrainerMessage['kind']>(messages: readonly TrainerMessage[], kind: Kind) =>
  messages.filter((message): message is Extract<TrainerMessage, { kind: Kind }> => message.kind === kind);

describe('a trainer', () => {
  beforeAll(() => activate('wasm'));

  it('tells its back end, every epoch and its checkpoints before the end', async () => {
    const { posted, ask } = startTrainer();
    const trained = await ask({ kind: 'train', id: 'a', config: makeConfig(), data, resume: null }, 'trained');
    expect(posted[0]).toMatchObject({ kind: 'ready', backend: 'wasm' });
    expect(ofKind(posted, 'epoch').map(({ record }) => record.epoch)).toEqual([1, 2, 3]);
    const checkpoints = ofKind(posted, 'checkpoint').map(({ which, epoch }) => `${which} ${epoch}`);
    expect(checkpoints.slice(0, 2)).toEqual(['best 1', 'last 1']);
    expect(checkpoints).toContain('last 3');
    expect(trained).toMatchObject({ id: 'a', epochs: 3, cancelled: false });
    expect(posted.at(-1)).toBe(trained);
  });

  it('tells the watched windows with every epoch, others from the next one on, and its memory', async () => {
    const { posted, ask, receive, until } = startTrainer();
    const trained = ask({ kind: 'train', id: 'a', config: makeConfig(), data, resume: null, watched: [1, 4] }, 'trained');
    await until('epoch');
    receive({ kind: 'watch', id: 'a', watched: [2] });
    await trained;
    const views = ofKind(posted, 'epoch').map(({ record }) => record.view!);
    expect(views.map(({ windows }) => windows.map(({ place }) => place))).toEqual([[1, 4], [2], [2]]);
    expect(views[0]).toMatchObject({ memory: { process: 1000, backend: 10 }, priorF1: expect.any(Number) });
    const counted = views.map(({ histogram }) => [...histogram!.inSpan, ...histogram!.outSpan].reduce((sum, count) => sum + count));
    expect(counted).toEqual([6 * 12, 6 * 12, 6 * 12]);
  });

  it('predicts what the training saw at its best epoch', async () => {
    const { posted, ask } = startTrainer();
    const config = makeConfig();
    await ask({ kind: 'train', id: 'a', config, data, resume: null }, 'trained');
    const { weights, epoch } = ofKind(posted, 'checkpoint').find(({ which }) => which === 'best')!;
    const { probabilities } = await ask({ kind: 'predict', id: 'b', config, weights, windows: data.val!, heads: false }, 'predicted');
    const inSpan = probabilities.filter((_, i) => data.val!.mask[i] === 1);
    const mean = inSpan.reduce((sum, value) => sum + value, 0) / inSpan.length;
    expect(probabilities.length).toBe(6 * 12);
    expect(mean).toBeCloseTo(ofKind(posted, 'epoch')[epoch - 1]!.record.separation!.inMean, 6);
  });

  it.each(['soft', 'crf', 'segments'] as const)('answers what every head of a %s model says, where that is asked', async (mode) => {
    const { posted, ask } = startTrainer();
    const config = makeConfig({ mode, countdown: 'scaled', crfProbability: 'marginals', epochs: 1 });
    await ask({ kind: 'train', id: 'a', config, data, resume: null }, 'trained');
    const { weights } = ofKind(posted, 'checkpoint')[0];
    const { probabilities, heads } = await ask({ kind: 'predict', id: 'b', config, weights, windows: data.val!, heads: true }, 'predicted');
    const parameters = readWeights(weights);
    const outputs = await runJade(parameters, data.val!);
    expect(heads!.type).toEqual(outputs.logits);
    expect(heads!.pointers).toEqual(outputs.pointers);
    // In bars, whatever the model was taught.
    outputs.countdown.forEach((value, i) => expect(heads!.countdown[i]).toBeCloseTo(40 * value - 20, 3));
    if (mode === 'soft') return expect(heads!.sequence).toBeNull();
    expect(heads!.sequence!.posterior).toEqual(probabilities);
    for (let n = 0; n < 6; n++) {
      const width = mode === 'crf' ? 2 : 3;
      const emissions = outputs.emissions.subarray(n * 12 * width, (n + 1) * 12 * width);
      const inSpan = [...heads!.sequence!.tags.subarray(n * 12, (n + 1) * 12)].map((tag) => Math.min(tag, 1));
      if (mode === 'crf') expect(inSpan).toEqual([...viterbi({ emissions, length: 12 }, crfScores(parameters))]);
      else expect(tagSpans(heads!.sequence!.tags.subarray(n * 12, (n + 1) * 12))).toEqual(bestSegmentation({ emissions, ...segmentScores(parameters) }));
    }
    return undefined;
  });

  it('resumes to the same weights as without the stop', async () => {
    const config = makeConfig({ epochs: 4 });
    const whole = startTrainer();
    await whole.ask({ kind: 'train', id: 'a', config, data, resume: null }, 'trained');
    const halves = startTrainer();
    await halves.ask({ kind: 'train', id: 'b', config: { ...config, epochs: 2 }, data, resume: null }, 'trained');
    const { optimiser } = ofKind(halves.posted, 'checkpoint').findLast(({ which }) => which === 'last')!;
    await halves.ask({ kind: 'train', id: 'c', config, data, resume: optimiser }, 'trained');
    const last = (posted: readonly TrainerMessage[]) => ofKind(posted, 'checkpoint').filter(({ which }) => which === 'last').at(-1)!;
    expect(last(halves.posted).weights).toEqual(last(whole.posted).weights);
    expect(ofKind(halves.posted, 'epoch').map(({ record }) => record.epoch)).toEqual([1, 2, 3, 4]);
  });

  it('stops between two steps, keeps what was learned, and takes the next request', async () => {
    const { posted, ask, until, receive } = startTrainer();
    const config = makeConfig({ epochs: 100_000 });
    const trained = ask({ kind: 'train', id: 'a', config, data, resume: null }, 'trained');
    await until('epoch');
    receive({ kind: 'cancel', id: 'a' });
    expect(await trained).toMatchObject({ cancelled: true });
    const checkpoint = ofKind(posted, 'checkpoint').filter(({ which }) => which === 'last').at(-1)!;
    expect(readWeights(checkpoint.weights).config).toEqual({ mode: 'soft', inputs: 3, hiddenSize: 8 });
    await ask({ kind: 'train', id: 'b', config: makeConfig(), data, resume: null }, 'trained');
  });

  it('examines its back ends, and makes the wanted one active again for the next request', async () => {
    const { posted, examined, ask } = startTrainer();
    await ask({ kind: 'train', id: 'a', config: makeConfig(), data, resume: null }, 'trained');
    const answer = await ask({ kind: 'examine', id: 'b', threads: 1, wideVectors: true }, 'examined');
    expect(examined).toEqual([{ threads: 1, wideVectors: true }]);
    expect(answer).toEqual({ kind: 'examined', id: 'b', threads: 1, backends: [{ name: 'wasm', usable: true, secondsPerStep: 0.02 }] });
    await ask({ kind: 'train', id: 'c', config: makeConfig(), data, resume: null }, 'trained');
    // Nobody knows what an examination left active: the back end is told anew.
    expect(ofKind(posted, 'ready')).toHaveLength(2);
  });

  it('starts its back end anew for another number of threads, and for wide vectors', async () => {
    const { started, ask } = startTrainer();
    const windows = data.val!;
    await ask({ kind: 'train', id: 'a', config: makeConfig({ threads: 1 }), data, resume: null }, 'trained');
    for (const changes of [{ threads: 1 }, { threads: 2 }, { threads: 2, wideVectors: true }] as const) {
      await ask({ kind: 'predict', id: 'b', config: makeConfig(changes), weights: new Uint8Array(3), windows, heads: false }, 'failed');
    }
    expect(started).toEqual([[1, false], [2, false], [2, true]]);
  });

  it('answers with the error, in words, and lives on', async () => {
    const { ask } = startTrainer();
    const { error } = await ask({ kind: 'train', id: 'a', config: makeConfig({ epochs: 0 }), data, resume: null }, 'failed');
    expect(error).toMatchObject({ kind: 'invalid-input', message: expect.stringContaining('epochs is 0') });
    const broken = await ask({ kind: 'predict', id: 'b', config: makeConfig(), weights: new Uint8Array(3), windows: data.train, heads: false }, 'failed');
    expect(broken.error.kind).toBe('bad-file');
    await ask({ kind: 'train', id: 'c', config: makeConfig(), data, resume: null }, 'trained');
  });

  it('says so when windows have other features than the model', async () => {
    const { posted, ask } = startTrainer();
    await ask({ kind: 'train', id: 'a', config: makeConfig(), data, resume: null }, 'trained');
    const { weights } = ofKind(posted, 'checkpoint')[0]!;
    const other = makeData({ windows: 2, length: 12, inputs: 4 }, 0).train;
    const { error } = await ask({ kind: 'predict', id: 'b', config: makeConfig(), weights, windows: other, heads: false }, 'failed');
    expect(error.message).toContain('reads 3 features per bar, but the windows have 4');
  });

  it('answers a training that diverges with what to change', async () => {
    const { ask } = startTrainer();
    const { error } = await ask({ kind: 'train', id: 'a', config: makeConfig({ epochs: 30, learningRate: 1e30 }), data, resume: null }, 'failed');
    expect(error).toMatchObject({ kind: 'trainer', message: expect.stringContaining('diverged'), nextStep: expect.stringContaining('Lower the learning rate') });
  });

  it('leaves when it is told to', () => {
    const { receive, hasLeft } = startTrainer();
    receive({ kind: 'shutdown' });
    expect(hasLeft()).toBe(true);
  });
});
