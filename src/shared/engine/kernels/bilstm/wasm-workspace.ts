import { compileKernel, type KernelBinaries, type WasmBuild } from '../wasm/kernel-module.ts';
import { instantiateKernel, type KernelInstance, type RunPair } from '../wasm/kernel-instance.ts';
import { writeRecord } from '../wasm/job-record.ts';
import { growTo, makeSharedMemory, readFloats, writeFloats } from '../wasm/shared-memory.ts';
import type { WasmMemory } from '../wasm/wasm-api.ts';
import type { BilstmShape } from './bilstm-weights.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';
import { JOB_FIELDS, layoutOf, withoutInputGradient, type Job, type Layout } from './wasm-layout.ts';

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
  private readonly run: RunPair;
  private currentLayout: Layout | null = null;
  private passes = 0;

  constructor(build: WasmBuild, run: RunPair) {
    this.run = run;
    this.instance = instantiateKernel(compileKernel(bilstmBinaries[build]), this.memory);
  }

  /** Changes with each forward pass: who remembers it can tell whether the pass is still here. */
  get pass(): number {
    return this.passes;
  }

  /** x [B, T, D]; weights in the order of BILSTM_WEIGHT_NAMES; `keepsSteps` when `backward` will follow. */
  forward(shape: BilstmShape, x: Float32Array, weights: readonly Float32Array[], keepsSteps: boolean): void {
    const layout = layoutOf(shape, keepsSteps);
    growTo(this.memory, layout.bytes);
    this.currentLayout = layout;
    this.passes += 1;
    writeFloats(this.memory, layout.jobs[0].x, x);
    layout.jobs.forEach((job, direction) => {
      weightAddresses(job).forEach(([address], i) => writeFloats(this.memory, address, weights[direction * 4 + i]!));
    });
    this.runJobs('forward', layout.jobs);
  }

  /** Where the last forward pass lies. */
  get layout(): Layout {
    if (this.currentLayout === null) throw new Error('a BiLSTM workspace was asked for results before its first pass');
    return this.currentLayout;
  }

  /** [B, T, 2H] of the last forward pass. */
  output(): Float32Array {
    const [{ batch, steps, units, output }] = this.layout.jobs;
    return readFloats(this.memory, output, batch * steps * 2 * units);
  }

  /** [2, B, H] of the last forward pass. */
  lastCells(): Float32Array {
    const [{ batch, units, lastCells }] = this.layout.jobs;
    return readFloats(this.memory, lastCells, 2 * batch * units);
  }

  /** Gradients of the last forward pass, which must have kept its steps. */
  backward(dOutput: Float32Array, dLastCells: Float32Array | null, needsInputGradient: boolean): WorkspaceGradient {
    writeFloats(this.memory, this.layout.jobs[0].dOutput, dOutput);
    return this.backwardInPlace(dLastCells, needsInputGradient);
  }

  /** The same when dLoss/d output already lies in its place. */
  backwardInPlace(dLastCells: Float32Array | null, needsInputGradient: boolean): WorkspaceGradient {
    const { jobs } = this.layout;
    const [{ batch, units }] = jobs;
    writeFloats(this.memory, jobs[0].dLastCells, dLastCells ?? new Float32Array(2 * batch * units));
    this.runJobs('backward', needsInputGradient ? jobs : [withoutInputGradient(jobs[0]), withoutInputGradient(jobs[1])]);
    return {
      x: needsInputGradient ? this.sumOfInputGradients(jobs) : null,
      weights: jobs.flatMap((job) => weightAddresses(job).map(([, gradient, length]) => readFloats(this.memory, gradient, length))),
    };
  }

  private runJobs(pass: 'forward' | 'backward', jobs: Layout['jobs']): void {
    const { jobAddresses } = this.layout;
    jobs.forEach((job, direction) => writeRecord(this.memory, jobAddresses[direction]!, JOB_FIELDS, job));
    this.run(this.instance, pass, jobAddresses);
  }

  private sumOfInputGradients([forward, reverse]: Layout['jobs']): Float32Array {
    const length = forward.batch * forward.steps * forward.inputs;
    const sum = readFloats(this.memory, forward.dx, length);
    const other = new Float32Array(this.memory.buffer, reverse.dx, length);
    for (let i = 0; i < length; i++) sum[i]! += other[i]!;
    return sum;
  }
}

/** Address of each of a direction's four weights, address of its gradient, and number of elements. */
function weightAddresses(job: Job): readonly (readonly [weight: number, gradient: number, length: number])[] {
  const gates = 4 * job.units;
  return [
    [job.weightIh, job.dWeightIh, gates * job.inputs],
    [job.weightHh, job.dWeightHh, gates * job.units],
    [job.biasIh, job.dBias, gates],
    [job.biasHh, job.dBias, gates],
  ];
}
