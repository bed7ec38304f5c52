import { Reservation, roundUp, writeRecord } from '../wasm/job-record.ts';
import { instantiateKernel, type KernelInstance, type KernelRunner } from '../wasm/kernel-instance.ts';
import { compileKernel, type KernelBinaries, type WasmBuild } from '../wasm/kernel-module.ts';
import { growTo, makeSharedMemory, readFloats, writeFloats } from '../wasm/shared-memory.ts';
import { shardsOf } from '../wasm/shards.ts';
import type { WasmMemory } from '../wasm/wasm-api.ts';
import { ATTENTION_FIELDS, type AttentionJob } from './attention-record.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';

export const attentionBinaries: KernelBinaries = { relaxed: relaxedBinary, plain: plainBinary };

/** B windows of T bars with C channels, which the heads divide. */
export interface AttentionShape {
  readonly batch: number;
  readonly steps: number;
  readonly channels: number;
  readonly heads: number;
}

/** Query, key and value, each [B, T, C]. */
export type AttentionInputs = readonly [query: Float32Array, key: Float32Array, value: Float32Array];

/** Static data of the compiled modules lies below. */
const FIRST_FREE = 4096;

/** A linear memory of its own. Nothing in it outlives a call; each window is one thread's, so that their number changes no bit. */
export class AttentionWorkspace {
  private readonly memory: WasmMemory = makeSharedMemory();
  private readonly instance: KernelInstance;
  private readonly runner: KernelRunner;

  constructor(build: WasmBuild, runner: KernelRunner) {
    this.runner = runner;
    this.instance = instantiateKernel(compileKernel(attentionBinaries, build), this.memory);
  }

  /** -> [B, T, C] */
  forward(shape: AttentionShape, inputs: AttentionInputs): Float32Array {
    const { output } = this.run('forward', shape, inputs, null);
    return readFloats(this.memory, output, inputs[0].length);
  }

  /** By query, key and value. */
  gradient(shape: AttentionShape, inputs: AttentionInputs, dOutput: Float32Array): readonly Float32Array[] {
    const { dQuery, dKey, dValue } = this.run('backward', shape, inputs, dOutput);
    return [dQuery, dKey, dValue].map((address) => readFloats(this.memory, address, dOutput.length));
  }

  private run(pass: 'forward' | 'backward', shape: AttentionShape, [query, key, value]: AttentionInputs, dOutput: Float32Array | null): AttentionJob {
    const room = new Reservation(FIRST_FREE);
    const jobs = this.place(shape, room);
    const addresses = jobs.map(() => room.reserve(ATTENTION_FIELDS.length));
    growTo(this.memory, room.end);
    const [first] = jobs;
    writeFloats(this.memory, first.query, query);
    writeFloats(this.memory, first.key, key);
    writeFloats(this.memory, first.value, value);
    if (dOutput !== null) writeFloats(this.memory, first.dOutput, dOutput);
    jobs.forEach((job, i) => writeRecord(this.memory, addresses[i], ATTENTION_FIELDS, job));
    this.runner.run(this.instance, pass, addresses);
    return first;
  }

  private place({ batch, steps, channels, heads }: AttentionShape, room: Reservation): readonly AttentionJob[] {
    const whole = (): number => room.reserve(batch * steps * channels);
    const shared = { query: whole(), key: whole(), value: whole(), output: whole(), dOutput: whole(), dQuery: whole(), dKey: whole(), dValue: whole() };
    const [bars, width] = [roundUp(steps, 8), roundUp(channels / heads, 8)];
    return shardsOf(batch, Math.min(batch, this.runner.threads)).map(
      ({ first, last }): AttentionJob => ({
        firstWindow: first,
        lastWindow: last,
        steps,
        channels,
        heads,
        ...shared,
        byBar: room.reserve(bars * width),
        byChannel: room.reserve(steps * width),
        gathered: room.reserve(steps * width),
        weights: room.reserve(steps * bars),
        slopes: room.reserve(steps * bars),
        rows: room.reserve(steps * width),
      }),
    );
  }
}
