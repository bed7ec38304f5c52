import { CLASS_COUNT, PROJECTION_SIZE, stateWidth, TAG_COUNT, type JadeConfig } from '../../src/shared/engine/model/jade-config.ts';

/**
 * Multiplications and additions of the matrix products of one window. Forward: the encoder's, and the linear layers. Backward,
 * for each product: with respect to its weights, and to its inputs except where these are data.
 */
export function windowOperations(config: JadeConfig, length: number, withGradient: boolean): number {
  const states = stateWidth(config);
  const perBar = length * states * ((config.mode === 'crf' ? TAG_COUNT : 1) + 1);
  const perWindow = states * PROJECTION_SIZE + PROJECTION_SIZE * (CLASS_COUNT + 2);
  return 2 * (length * encoderProducts(config, withGradient) + (perBar + perWindow) * (withGradient ? 3 : 1));
}

/** Of one bar. [h | x | 1] W per gate and direction; or the input's, and K C C per block. */
function encoderProducts({ inputs, hiddenSize, encoder }: JadeConfig, withGradient: boolean): number {
  if (encoder?.kind === 'dilated') {
    const { channels, blocks, kernel } = encoder;
    return channels * inputs * (withGradient ? 2 : 1) + blocks * channels * channels * kernel * (withGradient ? 3 : 1);
  }
  const depth = hiddenSize + inputs + 1;
  return 8 * hiddenSize * (withGradient ? 2 * depth + hiddenSize : depth);
}
