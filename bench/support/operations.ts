import { CLASS_COUNT, PROJECTION_SIZE, TAG_COUNT, type JadeConfig } from '../../src/shared/engine/model/jade-config.ts';

/**
 * Multiplications and additions of the matrix products of one window. Forward: [h | x | 1] W per bar, gate and direction, and
 * the linear layers. Backward, for each product: with respect to its weights, and to its inputs except where these are data.
 */
export function windowOperations({ mode, inputs, hiddenSize }: JadeConfig, length: number, withGradient: boolean): number {
  const gates = 4 * hiddenSize;
  const states = 2 * hiddenSize;
  const depth = hiddenSize + inputs + 1;
  const recurrent = 2 * length * gates * (withGradient ? 2 * depth + hiddenSize : depth);
  const perBar = length * states * ((mode === 'crf' ? TAG_COUNT : 1) + 1);
  const perWindow = states * PROJECTION_SIZE + PROJECTION_SIZE * (CLASS_COUNT + 2);
  return 2 * (recurrent + (perBar + perWindow) * (withGradient ? 3 : 1));
}
