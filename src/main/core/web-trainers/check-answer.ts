import { isCalibration } from '../../../shared/domain/calibration.ts';
import type { WindowHeads } from '../../../shared/domain/window-heads.ts';
import { CLASS_COUNT } from '../../../shared/engine/model/jade-config.ts';
import { jadeConfigOf, membersOf } from '../../../shared/engine/training/train-state.ts';
import { memberPrefix, readCalibration, readMembers, readState } from '../../../shared/engine/training/checkpoint.ts';
import type { TrainerMessage, TrainerRequest } from '../../../shared/engine/training/messages.ts';
import { parameterSpecs } from '../../../shared/engine/model/parameter-specs.ts';
import { readSafetensors } from '../../../shared/engine/safetensors/read-safetensors.ts';

export type Order = Extract<TrainerRequest, { kind: 'train' | 'predict' | 'examine' }>;
type Answer = Extract<TrainerMessage, { id: string }>;
type Told<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;
type TrainOrder = Extract<Order, { kind: 'train' }>;

/** Of float32 sums. */
const ROUNDING = 1e-4;

const ANSWERS: Readonly<Record<Order['kind'], readonly Answer['kind'][]>> = {
  train: ['progress', 'epoch', 'checkpoint', 'trained', 'failed'],
  predict: ['progress', 'predicted', 'failed'],
  examine: ['examined', 'failed'],
};

/** Throws, in words, where a message that is well formed is no answer to what was ordered. */
export function checkAnswer(answer: Answer, order: Order): void {
  if (!ANSWERS[order.kind].includes(answer.kind)) throw new Error(`"${answer.kind}" is no answer to "${order.kind}"`);
  if (order.kind === 'predict' && answer.kind === 'predicted') checkPrediction(answer, order);
  if (order.kind === 'train') checkTraining(answer, order);
}

function checkPrediction({ probabilities, heads }: Told<'predicted'>, order: Extract<Order, { kind: 'predict' }>): void {
  const bars = order.windows.windows * order.windows.length;
  if (probabilities.length !== bars) throw new Error(`it predicted ${probabilities.length} bars instead of ${bars}`);
  requireProbabilities(probabilities);
  if ((heads !== null) !== order.heads) throw new Error(order.heads ? 'it left out the heads' : 'it told of heads that nobody asked for');
  if (heads !== null) checkHeads(heads, order);
}

function checkHeads({ type, pointers, countdown, sequence }: WindowHeads, { windows: { windows, length }, config }: Extract<Order, { kind: 'predict' }>): void {
  const bars = windows * length;
  const sizes = [type.length, pointers.length, countdown.length, sequence?.tags.length ?? bars, sequence?.posterior.length ?? bars];
  const expected = [windows * CLASS_COUNT, windows * 2, bars, bars, bars];
  if (sizes.join() !== expected.join()) throw new Error(`its heads have the sizes ${sizes.join(', ')} instead of ${expected.join(', ')}`);
  if ((sequence === null) !== (config.mode === 'soft')) throw new Error('its heads are of another mode');
  if (![type, pointers, countdown].every((values) => values.every(Number.isFinite))) throw new Error('a head says what is no finite number');
  if (sequence === null) return;
  requireProbabilities(sequence.posterior);
  if (!sequence.tags.every((tag) => tag <= 2)) throw new Error('it told a tag that there is not');
}

function requireProbabilities(values: Float32Array): void {
  if (!values.every((value) => value >= -ROUNDING && value <= 1 + ROUNDING)) throw new Error('it predicted what is no probability');
}

function checkTraining(answer: Answer, order: TrainOrder): void {
  const { data } = order;
  const { epochs } = order.config;
  if (answer.kind === 'epoch' && answer.record.epoch > epochs) throw new Error(`it told epoch ${answer.record.epoch} of ${epochs}`);
  if (answer.kind === 'epoch') checkWatched(answer, data);
  if (answer.kind === 'trained' && Math.max(answer.epochs, answer.bestEpoch ?? 0) > epochs) throw new Error(`it told of ${answer.epochs} epochs, but ${epochs} were ordered`);
  if (answer.kind === 'checkpoint') checkCheckpoint(answer, order);
}

function checkWatched({ record }: Told<'epoch'>, { val }: TrainOrder['data']): void {
  const windows = val?.windows ?? 0;
  const wrong = record.view?.windows.find(({ place }) => place >= windows);
  if (wrong !== undefined) throw new Error(`it told of validation window ${wrong.place + 1} of ${windows}`);
}

function checkCheckpoint({ epoch, weights, optimiser }: Told<'checkpoint'>, { config, data }: TrainOrder): void {
  const tensors = readSafetensors(weights);
  // Before anything is made in the sizes that the file tells.
  const count = config.ensemble ?? 1;
  for (let n = 0; n < count; n++) {
    for (const { name, shape } of parameterSpecs(jadeConfigOf(config, data.train.inputs))) {
      const own = memberPrefix(n, count) + name;
      if (tensors.get(own)?.shape.join() !== shape.join()) throw new Error(`its weights have no "${own}" of the shape [${shape.join(', ')}]`);
    }
  }
  if (readMembers(weights).length !== count) throw new Error(`its weights are not those of ${count} models`);
  readCalibration(weights);
  const state = readState(optimiser, config, data.train.inputs);
  if (state.calibration !== null && !isCalibration(state.calibration)) throw new Error('its calibration is none');
  const { adam, epoch: reached, best } = state;
  if (reached !== epoch || epoch > config.epochs) throw new Error(`its checkpoint of epoch ${epoch} holds epoch ${reached}`);
  if (!Number.isSafeInteger(adam.step) || adam.step < 0) throw new Error(`its optimiser did ${adam.step} steps`);
  for (const { parameters, adam: { mean, square }, average } of membersOf(state)) {
    for (const values of [parameters.flat, mean, square, average ?? []]) {
      if (!values.every(Number.isFinite)) throw new Error('its optimiser holds a value that is no finite number');
    }
  }
  const isMeasure = best === null || [best.epoch, best.f1, best.loss].every(Number.isFinite);
  if (!isMeasure) throw new Error('its best epoch has no finite figures');
}
