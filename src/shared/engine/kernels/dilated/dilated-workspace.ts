import type { EncoderTask, EncoderWorkspace } from '../network/encoder-workspace.ts';
import { writeRecord } from '../wasm/job-record.ts';
import { instantiateKernel, type KernelInstance, type KernelRunner } from '../wasm/kernel-instance.ts';
import { compileKernel, type KernelBinaries, type WasmBuild } from '../wasm/kernel-module.ts';
import { addFloats, growTo, makeSharedMemory, readFloats, writeFloats } from '../wasm/shared-memory.ts';
import { shardCount } from '../wasm/shards.ts';
import type { WasmMemory } from '../wasm/wasm-api.ts';
import { dilatedLayoutOf, type DilatedLayout } from './dilated-layout.ts';
import { BLOCK_FIELDS, DILATED_JOB_FIELDS } from './dilated-records.ts';
import type { DilatedSizes } from './dilated-sizes.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';
import { addConvolution, addLinear, packConvolution, packLinear } from './panels.ts';

export const dilatedBinaries: KernelBinaries = { relaxed: relaxedBinary, plain: plainBinary };

/** A linear memory of its own that holds one pass of a dilated encoder. */
export class DilatedWorkspace implements EncoderWorkspace {
  readonly memory: WasmMemory = makeSharedMemory();
  private readonly instance: KernelInstance;
  private readonly runner: KernelRunner;
  private currentLayout: DilatedLayout | null = null;
  private passes = 0;

  constructor(build: WasmBuild, runner: KernelRunner) {
    this.runner = runner;
    this.instance = instantiateKernel(compileKernel(dilatedBinaries, build), this.memory);
  }

  /** Changes with each placing: who remembers it can tell whether the pass is still here. */
  get pass(): number {
    return this.passes;
  }

  get layout(): DilatedLayout {
    if (this.currentLayout === null) throw new Error('a dilated encoder was asked for results before its first pass');
    return this.currentLayout;
  }

  place({ shape, dilated, features, weights, keepsSteps }: EncoderTask): void {
    const { batch, steps, inputs } = shape;
    const sizes: DilatedSizes = { batch, steps, inputs, ...dilated! };
    const layout = dilatedLayoutOf(sizes, keepsSteps, shardCount(batch, this.runner.threads));
    growTo(this.memory, layout.end);
    this.currentLayout = layout;
    this.passes += 1;
    writeFloats(this.memory, layout.x, features);
    this.writeWeights(layout, weights);
    for (const { address, job, blocks } of layout.jobs) {
      writeRecord(this.memory, address, DILATED_JOB_FIELDS, job);
      blocks.forEach((block, n) => writeRecord(this.memory, job.blocks + n * BLOCK_FIELDS.length * 4, BLOCK_FIELDS, block));
    }
  }

  /** [B, T, C] of the last forward pass. */
  states(): Float32Array {
    const { output, sizes } = this.layout;
    return readFloats(this.memory, output, sizes.batch * sizes.steps * sizes.channels);
  }

  /** Weight gradients of the last forward pass, which must have kept its steps, for these slopes of its states. */
  differentiate(slopes: Float32Array, to: readonly Float32Array[]): void {
    writeFloats(this.memory, this.layout.dOutput, slopes);
    this.backwardInPlace();
    this.readWeightGradients(to);
  }

  forwardInPlace(): void {
    this.run('forward');
  }

  backwardInPlace(): void {
    this.run('backward');
  }

  /** Summed over the jobs in their order. */
  readWeightGradients(to: readonly Float32Array[]): void {
    const { sizes, jobs } = this.layout;
    const { inputs, channels, kernel } = sizes;
    for (const values of to) values.fill(0);
    for (const { job, blocks } of jobs) {
      addLinear(this.view(job.dInputPanels, channels * inputs), inputs, to[0]!);
      addFloats(this.memory, job.dInputBias, to[1]!);
      blocks.forEach(({ dPanels, dBias }, n) => {
        addConvolution(this.view(dPanels, channels * channels * kernel), channels, kernel, to[2 * n + 2]!);
        addFloats(this.memory, dBias, to[2 * n + 3]!);
      });
    }
  }

  private writeWeights({ sizes, jobs: [first] }: DilatedLayout, weights: readonly Float32Array[]): void {
    const { inputs, channels, kernel } = sizes;
    const { job, blocks } = first!;
    packLinear(weights[0]!, inputs, this.view(job.inputPanels, channels * inputs));
    writeFloats(this.memory, job.inputBias, weights[1]!);
    blocks.forEach(({ panels, backPanels, bias }, n) => {
      const weight = weights[2 * n + 2]!;
      packConvolution(weight, channels, kernel, this.view(panels, weight.length), this.view(backPanels, weight.length));
      writeFloats(this.memory, bias, weights[2 * n + 3]!);
    });
  }

  private view(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  private run(pass: 'forward' | 'backward'): void {
    this.runner.run(this.instance, pass, this.layout.jobs.map(({ address }) => address));
  }
}
