import type { BilstmShape } from '../bilstm/bilstm-weights.ts';
import { WasmWorkspace, type WorkspaceGradient } from '../bilstm/wasm-workspace.ts';
import { writeRecord } from '../wasm/job-record.ts';
import { instantiateKernel, type KernelInstance, type KernelRunner } from '../wasm/kernel-instance.ts';
import { compileKernel, type KernelBinaries, type WasmBuild } from '../wasm/kernel-module.ts';
import { shardCount, sumInto } from '../wasm/shards.ts';
import { growTo, readFloats, writeFloats } from '../wasm/shared-memory.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';
import { HEADS_JOB_FIELDS, HEAD_FIELDS, headsLayoutOf, type HeadPlan, type HeadsLayout, type HeadsPart } from './heads-layout.ts';

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
  private readonly runner: KernelRunner;
  private layout: HeadsLayout | null = null;

  constructor(build: WasmBuild, runner: KernelRunner) {
    this.runner = runner;
    this.lstm = new WasmWorkspace(build, runner);
    this.instance = instantiateKernel(compileKernel(headsBinaries, build), this.lstm.memory);
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
    const { output, dOutput, end } = this.lstm.layout;
    const place = { states: output, dStates: dOutput, firstFree: end };
    const plans = heads.map(({ plan }) => plan);
    const layout = headsLayoutOf(shape, plans, place, shardCount(shape.batch, this.runner.threads));
    growTo(memory, layout.end);
    this.layout = layout;
    layout.parts[0]!.heads.forEach(({ weight, bias }, h) => {
      writeFloats(memory, weight, heads[h]!.weight);
      writeFloats(memory, bias, heads[h]!.bias);
    });
    for (const { address, job, heads: records } of layout.parts) {
      writeRecord(memory, address, HEADS_JOB_FIELDS, job);
      records.forEach((head, h) => writeRecord(memory, job.heads + h * HEAD_FIELDS.length * 4, HEAD_FIELDS, head));
    }
    this.run('headsForward', layout);
    return readFloats(memory, layout.packed, layout.packedLength);
  }

  /** Gradients of the last forward pass, which must have kept its steps; dPacked as `forward` returns. */
  backward(dPacked: Float32Array, needsInputGradient: boolean): HeadsGradient {
    const { layout } = this;
    if (layout === null) throw new Error('heads were asked for a gradient before their first pass');
    writeFloats(this.lstm.memory, layout.dPacked, dPacked);
    this.run('headsBackward', layout);
    return { ...this.lstm.backwardInPlace(null, needsInputGradient), heads: this.headGradients(layout) };
  }

  /** Summed over the parts. */
  private headGradients({ parts }: HeadsLayout): HeadsGradient['heads'] {
    const sum = (address: (part: HeadsPart) => number, length: number): Float32Array =>
      sumInto(parts.map((part) => readFloats(this.lstm.memory, address(part), length)));
    const [{ heads, job }] = parts as [HeadsPart];
    return heads.map(({ outputs }, h) => ({
      weight: sum((part) => part.heads[h]!.dWeight, outputs * job.width),
      bias: sum((part) => part.heads[h]!.dBias, outputs),
    }));
  }

  private run(pass: 'headsForward' | 'headsBackward', { parts }: HeadsLayout): void {
    this.runner.run(this.instance, pass, parts.map(({ address }) => address));
  }
}
