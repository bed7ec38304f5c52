import type { BilstmShape } from './bilstm-weights.ts';
import { JOB_FIELDS, layoutOf, withoutInputGradient, type Job, type Layout } from './wasm-layout.ts';
import { compiledModule, growTo, instantiate, makeMemory, type BilstmExports, type WasmBuild, type WasmMemory } from './wasm-module.ts';

/** Runs one pass of both directions, in turn or at the same time, and returns when both are done. */
export type RunBoth = (workspace: WasmWorkspace, pass: keyof BilstmExports, jobs: Layout['jobAddresses']) => void;

export const runInTurn: RunBoth = ({ exports }, pass, [forward, reverse]) => {
  exports[pass](forward);
  exports[pass](reverse);
};

export interface WorkspaceGradient {
  /** [B, T, D], or null when it was not asked for */
  readonly x: Float32Array | null;
  /** In the order of BILSTM_WEIGHT_NAMES */
  readonly weights: readonly Float32Array[];
}

/** A linear memory of its own that holds one pass: its inputs, what its gradient reads, its results. */
export class WasmWorkspace {
  readonly build: WasmBuild;
  readonly memory: WasmMemory = makeMemory();
  readonly exports: BilstmExports;
  private readonly run: RunBoth;
  private layout: Layout | null = null;
  private passes = 0;

  constructor(build: WasmBuild, run: RunBoth) {
    this.build = build;
    this.run = run;
    this.exports = instantiate(compiledModule(build), this.memory);
  }

  /** Changes with each forward pass: who remembers it can tell whether the pass is still here. */
  get pass(): number {
    return this.passes;
  }

  /** x [B, T, D]; weights in the order of BILSTM_WEIGHT_NAMES; `keepsSteps` when `backward` will follow. */
  forward(shape: BilstmShape, x: Float32Array, weights: readonly Float32Array[], keepsSteps: boolean): void {
    const layout = layoutOf(shape, keepsSteps);
    growTo(this.memory, layout.bytes);
    this.layout = layout;
    this.passes += 1;
    this.write(layout.jobs[0].x, x);
    layout.jobs.forEach((job, direction) => {
      weightAddresses(job).forEach(([address], i) => this.write(address, weights[direction * 4 + i]!));
    });
    this.runJobs('forward', layout.jobs);
  }

  /** [B, T, 2H] of the last forward pass. */
  output(): Float32Array {
    const [{ batch, steps, units, output }] = this.theLayout().jobs;
    return this.read(output, batch * steps * 2 * units);
  }

  /** [2, B, H] of the last forward pass. */
  lastCells(): Float32Array {
    const [{ batch, units, lastCells }] = this.theLayout().jobs;
    return this.read(lastCells, 2 * batch * units);
  }

  /** Gradients of the last forward pass, which must have kept its steps. */
  backward(dOutput: Float32Array, dLastCells: Float32Array | null, needsInputGradient: boolean): WorkspaceGradient {
    const { jobs } = this.theLayout();
    const [{ batch, units }] = jobs;
    this.write(jobs[0].dOutput, dOutput);
    this.write(jobs[0].dLastCells, dLastCells ?? new Float32Array(2 * batch * units));
    this.runJobs('backward', needsInputGradient ? jobs : [withoutInputGradient(jobs[0]), withoutInputGradient(jobs[1])]);
    return {
      x: needsInputGradient ? this.sumOfInputGradients(jobs) : null,
      weights: jobs.flatMap((job) => weightAddresses(job).map(([, gradient, length]) => this.read(gradient, length))),
    };
  }

  private runJobs(pass: keyof BilstmExports, jobs: Layout['jobs']): void {
    const { jobAddresses } = this.theLayout();
    jobs.forEach((job, direction) => {
      const record = new Int32Array(this.memory.buffer, jobAddresses[direction], JOB_FIELDS.length);
      record.set(JOB_FIELDS.map((field) => job[field]));
    });
    this.run(this, pass, jobAddresses);
  }

  private sumOfInputGradients([forward, reverse]: Layout['jobs']): Float32Array {
    const length = forward.batch * forward.steps * forward.inputs;
    const sum = this.read(forward.dx, length);
    const other = new Float32Array(this.memory.buffer, reverse.dx, length);
    for (let i = 0; i < length; i++) sum[i]! += other[i]!;
    return sum;
  }

  private theLayout(): Layout {
    if (this.layout === null) throw new Error('a BiLSTM workspace was asked for results before its first pass');
    return this.layout;
  }

  private write(address: number, values: Float32Array): void {
    new Float32Array(this.memory.buffer, address, values.length).set(values);
  }

  private read(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length).slice();
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
