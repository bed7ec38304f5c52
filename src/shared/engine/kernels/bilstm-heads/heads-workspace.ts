import type { BilstmShape } from '../bilstm/bilstm-weights.ts';
import { WasmWorkspace, type WorkspaceGradient } from '../bilstm/wasm-workspace.ts';
import { writeRecord } from '../wasm/job-record.ts';
import { instantiateKernel, type KernelInstance, type RunPair } from '../wasm/kernel-instance.ts';
import { compileKernel, type KernelBinaries, type WasmBuild } from '../wasm/kernel-module.ts';
import { growTo, readFloats, writeFloats } from '../wasm/shared-memory.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';
import { HEADS_JOB_FIELDS, HEAD_FIELDS, headsLayoutOf, type HeadPlan, type HeadsLayout } from './heads-layout.ts';

export const headsBinaries: KernelBinaries = { relaxed: relaxedBinary, plain: plainBinary };

/** A head's parameters [O, C] and [O] outside of the backend. */
export interface HeadArrays {
  readonly plan: HeadPlan;
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

export interface HeadsGradient extends WorkspaceGradient {
  readonly heads: readonly { readonly weight: Float32Array; readonly bias: Float32Array }[];
}

/** A BiLSTM's workspace with the heads behind it in the same memory, so that the states never leave it. */
export class HeadsWorkspace {
  private readonly lstm: WasmWorkspace;
  private readonly instance: KernelInstance;
  private readonly run: RunPair;
  private layout: HeadsLayout | null = null;

  constructor(build: WasmBuild, run: RunPair) {
    this.run = run;
    this.lstm = new WasmWorkspace(build, run);
    this.instance = instantiateKernel(compileKernel(headsBinaries[build]), this.lstm.memory);
  }

  /** Changes with each forward pass. */
  get pass(): number {
    return this.lstm.pass;
  }

  /** Mean [B, C] and after it each head's outputs [B, T, O]. */
  forward(
    shape: BilstmShape,
    x: Float32Array,
    weights: readonly Float32Array[],
    heads: readonly HeadArrays[],
    keepsSteps: boolean,
  ): Float32Array {
    const { memory } = this.lstm;
    this.lstm.forward(shape, x, weights, keepsSteps);
    const { jobs, bytes } = this.lstm.layout;
    const place = { states: jobs[0].output, dStates: jobs[0].dOutput, firstFree: bytes };
    const layout = headsLayoutOf(shape, heads.map(({ plan }) => plan), place);
    growTo(memory, layout.end);
    this.layout = layout;
    layout.halves[0].heads.forEach(({ weight, bias }, h) => {
      writeFloats(memory, weight, heads[h]!.weight);
      writeFloats(memory, bias, heads[h]!.bias);
    });
    for (const { address, job, heads: records } of layout.halves) {
      writeRecord(memory, address, HEADS_JOB_FIELDS, job);
      records.forEach((head, h) => writeRecord(memory, job.heads + h * HEAD_FIELDS.length * 4, HEAD_FIELDS, head));
    }
    this.runHalves('headsForward', layout);
    return readFloats(memory, layout.packed, layout.packedLength);
  }

  /** Gradients of the last forward pass, which must have kept its steps; dPacked as `forward` returns. */
  backward(dPacked: Float32Array, needsInputGradient: boolean): HeadsGradient {
    const { layout } = this;
    if (layout === null) throw new Error('heads were asked for a gradient before their first pass');
    writeFloats(this.lstm.memory, layout.dPacked, dPacked);
    this.runHalves('headsBackward', layout);
    return { ...this.lstm.backwardInPlace(null, needsInputGradient), heads: this.headGradients(layout) };
  }

  private headGradients({ halves: [first, second] }: HeadsLayout): HeadsGradient['heads'] {
    const { memory } = this.lstm;
    const sum = (a: number, b: number, length: number): Float32Array => {
      const other = new Float32Array(memory.buffer, b, length);
      return readFloats(memory, a, length).map((value, i) => value + other[i]!);
    };
    return first.heads.map(({ outputs, dWeight, dBias }, h) => {
      const other = second.heads[h]!;
      return {
        weight: sum(dWeight, other.dWeight, outputs * first.job.width),
        bias: sum(dBias, other.dBias, outputs),
      };
    });
  }

  private runHalves(pass: 'headsForward' | 'headsBackward', { halves }: HeadsLayout): void {
    this.run(this.instance, pass, [halves[0].address, halves[1].address]);
  }
}
