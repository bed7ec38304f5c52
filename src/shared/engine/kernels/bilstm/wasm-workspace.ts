import { writeRecord } from '../wasm/job-record.ts';
import { instantiateKernel, type KernelInstance, type KernelRunner } from '../wasm/kernel-instance.ts';
import { compileKernel, type KernelBinaries, type WasmBuild } from '../wasm/kernel-module.ts';
import { addFloats, copyFloats, growTo, makeSharedMemory, readFloats, writeFloats } from '../wasm/shared-memory.ts';
import { shardCount, sumInto } from '../wasm/shards.ts';
import type { WasmMemory } from '../wasm/wasm-api.ts';
import { bilstmWeightShapes, type BilstmShape } from './bilstm-weights.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';
import { JOB_FIELDS, withoutInputGradient, type Job } from './wasm-job.ts';
import { layoutOf, type Layout } from './wasm-layout.ts';

/** Where a job leaves the gradients of its four weights. */
const GRADIENT_FIELDS = ['dWeightIh', 'dWeightHh', 'dBias', 'dBias'] as const;

export const bilstmBinaries: KernelBinaries = { relaxed: relaxedBinary, plain: plainBinary };

export interface WorkspaceGradient {
  /** [B, T, D], or null when it was not asked for */
  readonly x: Float32Array | null;
  /** In the order of BILSTM_WEIGHT_NAMES */
  readonly weights: readonly Float32Array[];
}

/** A linear memory of its own that holds one pass: its inputs, what its gradient reads, its results. */
export class WasmWorkspace {
  readonly memory: WasmMemory = makeSharedMemory();
  private readonly instance: KernelInstance;
  private readonly runner: KernelRunner;
  private readonly wide: boolean;
  private currentLayout: Layout | null = null;
  private passes = 0;

  constructor(build: WasmBuild, runner: KernelRunner) {
    this.runner = runner;
    this.wide = build === 'wide';
    this.instance = instantiateKernel(compileKernel(bilstmBinaries, build), this.memory);
  }

  /** Changes with each forward pass: who remembers it can tell whether the pass is still here. */
  get pass(): number {
    return this.passes;
  }

  /** Where the last forward pass lies. */
  get layout(): Layout {
    if (this.currentLayout === null) throw new Error('a BiLSTM workspace was asked for results before its first pass');
    return this.currentLayout;
  }

  /** x [B, T, D]; weights in the order of BILSTM_WEIGHT_NAMES; `keepsSteps` when a gradient will follow. */
  forward(shape: BilstmShape, x: Float32Array, weights: readonly Float32Array[], keepsSteps: boolean): void {
    this.place(shape, x, weights, keepsSteps);
    this.forwardInPlace();
  }

  /** Writes what a forward pass reads, for whoever changes it there before `forwardInPlace`. */
  place(shape: BilstmShape, x: Float32Array, weights: readonly Float32Array[], keepsSteps: boolean): void {
    const layout = layoutOf(shape, keepsSteps, shardCount(shape.batch, this.runner.threads), this.wide);
    growTo(this.memory, layout.end);
    this.currentLayout = layout;
    this.passes += 1;
    writeFloats(this.memory, layout.x, x);
    layout.weights.forEach(({ weightIh, weightHh, biasIh, biasHh }, direction) => {
      [weightIh, weightHh, biasIh, biasHh].forEach((address, i) => writeFloats(this.memory, address, weights[direction * 4 + i]!));
    });
  }

  forwardInPlace(): void {
    this.run('forward', this.layout.jobs);
  }

  /** [B, T, 2H] of the last forward pass. */
  output(): Float32Array {
    const { output, shape } = this.layout;
    return readFloats(this.memory, output, shape.batch * shape.steps * 2 * shape.units);
  }

  /** [2, B, H] of the last forward pass. */
  lastCells(): Float32Array {
    const { lastCells, shape } = this.layout;
    return readFloats(this.memory, lastCells, 2 * shape.batch * shape.units);
  }

  /** Gradients of the last forward pass, which must have kept its steps. */
  backward(dOutput: Float32Array, dLastCells: Float32Array | null, needsInputGradient: boolean): WorkspaceGradient {
    writeFloats(this.memory, this.layout.dOutput, dOutput);
    this.backwardInPlace(dLastCells, needsInputGradient);
    const { batch, steps, inputs, units } = this.layout.shape;
    const readX = (): Float32Array => sumInto(this.layout.dx.map((address) => readFloats(this.memory, address, batch * steps * inputs)));
    const weights = bilstmWeightShapes(inputs, units).map((shape) => new Float32Array(shape.reduce((size, length) => size * length, 1)));
    this.readWeightGradients(weights);
    return { x: needsInputGradient ? readX() : null, weights };
  }

  /** Back-propagates where dLoss/d output already lies in its place, and leaves the gradients there. */
  backwardInPlace(dLastCells: Float32Array | null, needsInputGradient: boolean): void {
    const { shape, jobs, ...places } = this.layout;
    writeFloats(this.memory, places.dLastCells, dLastCells ?? new Float32Array(2 * shape.batch * shape.units));
    this.run('backward', needsInputGradient ? jobs : jobs.map(withoutInputGradient));
  }

  /** The weights' gradients in the order of BILSTM_WEIGHT_NAMES, summed over the shards. Both biases have the same. */
  readWeightGradients(to: readonly Float32Array[]): void {
    for (const direction of [0, 1]) {
      const [first, ...others] = this.layout.jobs.filter((job) => job.reversed === direction);
      GRADIENT_FIELDS.forEach((field, i) => {
        const sum = to[direction * 4 + i]!;
        copyFloats(this.memory, first![field], sum);
        for (const job of others) addFloats(this.memory, job[field], sum);
      });
    }
  }

  private run(pass: 'forward' | 'backward', jobs: readonly Job[]): void {
    const { jobAddresses } = this.layout;
    jobs.forEach((job, i) => writeRecord(this.memory, jobAddresses[i]!, JOB_FIELDS, job));
    this.runner.run(this.instance, pass, jobAddresses);
  }
}
