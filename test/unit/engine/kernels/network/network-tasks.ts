import type { BilstmShape } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import type { FusedNetwork } from '../../../../../src/shared/engine/kernels/network/fused-network.ts';
import type { LayerArrays, NetworkArrays, NetworkDropout, NetworkOutputs, NetworkTask } from '../../../../../src/shared/engine/kernels/network/network-task.ts';
import { randomTask, randomValues } from '../bilstm/random-task.ts';

export interface NetworkSizes {
  readonly shape: BilstmShape;
  /** Instead of a BiLSTM; its channels are twice the units. */
  readonly dilated?: { readonly blocks: number; readonly kernel: number } | undefined;
  readonly hiddenUnits: number;
  readonly spanOutputs: number;
}

/** Random features and parameters. */
export function randomNetworkTask({ shape, dilated, hiddenUnits, spanOutputs }: NetworkSizes, dropout: NetworkDropout | null, seed: number): NetworkTask {
  const { x, weights } = randomTask(shape, seed);
  const random = randomValues(seed + 1);
  const layer = (outputs: number, inputs: number): LayerArrays => ({
    weight: Float32Array.from(random(outputs * inputs, 0.5)),
    bias: Float32Array.from(random(outputs, 0.5)),
  });
  const width = 2 * shape.units;
  const convolutions = (blocks: number, kernel: number): Float32Array[] =>
    [layer(width, shape.inputs), ...Array.from({ length: blocks }, () => layer(width, width * kernel))].flatMap(({ weight, bias }) => [weight.map((value) => value / Math.sqrt(kernel)), bias]);
  return {
    shape,
    dilated: dilated && { channels: width, ...dilated },
    features: Float32Array.from(x),
    dropout,
    parameters: {
      encoder: dilated ? convolutions(dilated.blocks, dilated.kernel) : weights.map((values) => Float32Array.from(values)),
      projection: layer(hiddenUnits, width),
      classifier: layer(3, hiddenUnits),
      pointers: layer(2, hiddenUnits),
      span: layer(spanOutputs, width),
      countdown: layer(1, width),
    },
  };
}

/** Outputs, then the gradients of a random linear loss by every parameter. */
export function runNetwork(network: FusedNetwork, task: NetworkTask, seed = 1): Float32Array[] {
  const random = randomValues(seed + 2);
  const gradient = emptyLike(task.parameters);
  const seen: NetworkOutputs[] = [];
  network.differentiate(
    task,
    (outputs) => {
      seen.push(outputs);
      const slopes = (values: Float32Array): Float32Array => Float32Array.from(random(values.length, 0.5));
      return { logits: slopes(outputs.logits), pointers: slopes(outputs.pointers), emissions: slopes(outputs.emissions), countdown: slopes(outputs.countdown) };
    },
    gradient,
  );
  return [...outputList(seen[0]!), ...arrayList(gradient)];
}

export const outputList = ({ logits, pointers, emissions, countdown }: NetworkOutputs): Float32Array[] => [logits, pointers, emissions, countdown];

function arrayList({ encoder, projection, classifier, pointers, span, countdown }: NetworkArrays): Float32Array[] {
  return [...encoder, ...[projection, classifier, pointers, span, countdown].flatMap(({ weight, bias }) => [weight, bias])];
}

/** Filled with NaN, so that an element that nobody writes is seen. */
function emptyLike({ encoder, ...layers }: NetworkArrays): NetworkArrays {
  const empty = (values: Float32Array): Float32Array => new Float32Array(values.length).fill(NaN);
  const layer = ({ weight, bias }: LayerArrays): LayerArrays => ({ weight: empty(weight), bias: empty(bias) });
  const { projection, classifier, pointers, span, countdown } = layers;
  return {
    encoder: encoder.map(empty),
    projection: layer(projection),
    classifier: layer(classifier),
    pointers: layer(pointers),
    span: layer(span),
    countdown: layer(countdown),
  };
}
