import type { FusedNetwork } from '../../../shared/engine/kernels/network/fused-network.ts';
import type { NetworkArrays } from '../../../shared/engine/kernels/network/network-task.ts';
import { initialise } from '../../../shared/engine/model/initialise.ts';
import type { JadeConfig } from '../../../shared/engine/model/jade-config.ts';
import { jadeDropout } from '../../../shared/engine/model/jade-dropout.ts';
import { networkArrays, networkSizes } from '../../../shared/engine/model/network-arrays.ts';
import { viewsOf, type Parameters } from '../../../shared/engine/model/parameters.ts';
import { randomUniform, streamKey } from '../../../shared/engine/model/counter-random.ts';

/** One pass over one batch: everything that it computed, and how long it took. */
export interface CheckedPass {
  /** Outputs one after the other, then the gradient. */
  readonly results: readonly Float32Array[];
  readonly seconds: number;
  readonly isUsualSize: boolean;
}

const BARS = 105;
const USUAL_WINDOWS = 32;
/** Windows whose rows are divided into tiles of every height: 6 and 5, 4, 3, 2, 1. Odd numbers of columns come with the inputs. */
const BATCHES = [USUAL_WINDOWS, 8, 3, 2, 1];
const INPUTS = 13;
/** The BiLSTM with the CRF's head, and the other encoder. */
const MODELS: readonly JadeConfig[] = [
  { mode: 'crf', inputs: INPUTS, hiddenSize: 96 },
  { mode: 'soft', inputs: INPUTS, hiddenSize: 32, encoder: { kind: 'dilated', channels: 64, blocks: 6, kernel: 3 } },
];
const NO_SIGMAS = { pointers: 0, type: 0, span: 0, countdown: 0 };

const models = MODELS.map((config) => initialise(config, NO_SIGMAS, 1));

/** A forward and a backward pass of every model and batch. */
export const runCheckTasks = (network: FusedNetwork): readonly CheckedPass[] => models.flatMap((parameters) => BATCHES.map((windows) => runPass(network, parameters, windows)));

function runPass(network: FusedNetwork, parameters: Parameters, windows: number): CheckedPass {
  const features = Float32Array.from({ length: windows * BARS * INPUTS }, (_, i) => 4 * randomUniform(streamKey(windows), i) - 2);
  const gradient = new Float32Array(parameters.flat.length);
  const target: NetworkArrays = networkArrays(viewsOf(parameters.specs, gradient));
  const outputs: Float32Array[] = [];
  const began = performance.now();
  network.differentiate(
    { ...networkSizes(parameters.config, windows, BARS), features, parameters: networkArrays(parameters.views), dropout: jadeDropout({ input: 0.3, head: 0.6 }, windows, 1) },
    (found) => {
      outputs.push(found.logits, found.pointers, found.emissions, found.countdown);
      return found;
    },
    target,
  );
  return { results: [...outputs, gradient], seconds: (performance.now() - began) / 1000, isUsualSize: windows === USUAL_WINDOWS };
}

/** Also where both are NaN in different ways, or zeros of different signs. */
export function differsInBits(a: CheckedPass, b: CheckedPass): boolean {
  return a.results.some((values, i) => {
    const [left, right] = [bitsOf(values), bitsOf(b.results[i]!)];
    return left.length !== right.length || left.some((bits, k) => bits !== right[k]);
  });
}

const bitsOf = (values: Float32Array): Uint32Array => new Uint32Array(values.buffer, values.byteOffset, values.length);
