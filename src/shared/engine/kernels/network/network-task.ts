import type { BilstmShape } from '../bilstm/bilstm-weights.ts';
import type { DilatedSizes } from '../dilated/dilated-sizes.ts';

/** Dropout that is made where it is used: the mask's elements are hashes of their place in the stream `key`. */
export interface CounterDropout {
  readonly key: number;
  /** Share of the elements that is dropped, in [0, 1). */
  readonly probability: number;
}

/** A linear layer outside of any back end: weight [O, I], bias [O]. */
export interface LayerArrays {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

/** Parameters of the network, or their gradients: views of arrays that the caller owns. */
export interface NetworkArrays {
  /** Of a BiLSTM in the order of BILSTM_WEIGHT_NAMES; of a dilated encoder weight and bias of the input, then of each block. */
  readonly encoder: readonly Float32Array[];
  /** [P, 2H], over the mean of the states */
  readonly projection: LayerArrays;
  /** [K, P] */
  readonly classifier: LayerArrays;
  /** [2, P] */
  readonly pointers: LayerArrays;
  /** [O, 2H] */
  readonly span: LayerArrays;
  /** [1, 2H] */
  readonly countdown: LayerArrays;
}

/** What each layer drops of what it reads; null for nothing. */
export interface NetworkDropout {
  readonly input: CounterDropout | null;
  readonly classifier: CounterDropout | null;
  readonly pointers: CounterDropout | null;
  readonly span: CounterDropout | null;
  readonly countdown: CounterDropout | null;
}

export interface NetworkTask {
  /** `units`: half of a bar's states, whichever encoder makes them. */
  readonly shape: BilstmShape;
  /** Absent: the encoder is a BiLSTM. */
  readonly dilated?: Pick<DilatedSizes, 'channels' | 'blocks' | 'kernel'> | undefined;
  /** [B, T, D] */
  readonly features: Float32Array;
  readonly parameters: NetworkArrays;
  /** null: evaluation mode. */
  readonly dropout: NetworkDropout | null;
}

/** Outputs of the network, or the slopes of a loss by them. */
export interface NetworkOutputs {
  /** [B, K] */
  readonly logits: Float32Array;
  /** [B, 2], in (0, 1) */
  readonly pointers: Float32Array;
  /** [B, T, O] */
  readonly emissions: Float32Array;
  /** [B, T] */
  readonly countdown: Float32Array;
}
