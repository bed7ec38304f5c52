import { writeRecord } from '../wasm/job-record.ts';
import { instantiateKernel, type KernelInstance, type KernelRunner } from '../wasm/kernel-instance.ts';
import { compileKernel, type KernelBinaries, type WasmBuild } from '../wasm/kernel-module.ts';
import { shardCount } from '../wasm/shards.ts';
import { addFloats, copyFloats, growTo, readFloats, writeFloats } from '../wasm/shared-memory.ts';
import { BAR_HEAD_FIELDS, BAR_JOB_FIELDS } from './bar-records.ts';
import { droppedLanes } from './drop-lanes.ts';
import type { EncoderWorkspace } from './encoder-workspace.ts';
import { plainBinary } from './generated/plain.ts';
import { relaxedBinary } from './generated/relaxed.ts';
import { INPUT_FIELDS } from './input-record.ts';
import { networkLayoutOf, type NetworkLayout, type NetworkPlan } from './network-layout.ts';
import type { LayerArrays, NetworkArrays, NetworkOutputs, NetworkTask } from './network-task.ts';
import { WINDOW_HEAD_FIELDS, WINDOW_JOB_FIELDS } from './window-records.ts';

export const networkBinaries: KernelBinaries = { relaxed: relaxedBinary, plain: plainBinary };

/** Addresses of a layer's gradient, or of one part of it. */
interface LayerPlace {
  readonly dWeight: number;
  readonly dBias: number;
}

/** A linear memory that holds one pass of the whole network: an encoder's workspace with the heads behind it. */
export class NetworkWorkspace {
  private readonly encoder: EncoderWorkspace;
  private readonly instance: KernelInstance;
  private readonly runner: KernelRunner;
  private layout: NetworkLayout | null = null;

  constructor(build: WasmBuild, runner: KernelRunner, encoder: EncoderWorkspace) {
    this.runner = runner;
    this.encoder = encoder;
    this.instance = instantiateKernel(compileKernel(networkBinaries, build), this.encoder.memory);
  }

  /** `keepsSteps` when `backward` will follow. */
  forward({ shape, dilated, features, parameters, dropout }: NetworkTask, keepsSteps: boolean): NetworkOutputs {
    this.encoder.place({ shape, dilated, features, weights: parameters.encoder, keepsSteps });
    const layout = this.place(planOf(shape, parameters, dropout), parameters);
    if (layout.plan.input.dropped > 0) this.run('dropInputs', [layout.input.address]);
    this.encoder.forwardInPlace();
    this.run('barsForward', layout.bars.map(({ address }) => address));
    this.run('windowsForward', [layout.windows.address]);
    return this.outputs(layout);
  }

  /** Gradients of the last forward pass, which must have kept its steps, into arrays of the parameters' sizes. */
  backward(slopes: NetworkOutputs, gradient: NetworkArrays): void {
    const layout = this.layout!;
    const [classifier, pointers] = layout.windows.heads;
    const [span, countdown] = layout.bars[0]!.heads;
    this.write(classifier!.dOut, slopes.logits);
    this.write(pointers!.dOut, slopes.pointers);
    this.write(span!.dOut, slopes.emissions);
    this.write(countdown!.dOut, slopes.countdown);
    this.run('windowsBackward', [layout.windows.address]);
    this.run('barsBackward', layout.bars.map(({ address }) => address));
    this.encoder.backwardInPlace();
    this.encoder.readWeightGradients(gradient.encoder);
    this.readLayer(gradient.projection, [layout.windows.job]);
    this.readLayer(gradient.classifier, [classifier!]);
    this.readLayer(gradient.pointers, [pointers!]);
    this.readLayer(gradient.span, layout.bars.map(({ heads }) => heads[0]!));
    this.readLayer(gradient.countdown, layout.bars.map(({ heads }) => heads[1]!));
  }

  /** Lays out what comes behind the encoder, and writes its records and parameters. */
  private place(plan: NetworkPlan, { projection, classifier, pointers, span, countdown }: NetworkArrays): NetworkLayout {
    const { x, output, dOutput, end } = this.encoder.layout;
    const place = { x, states: output, dStates: dOutput, firstFree: end };
    const layout = networkLayoutOf(plan, place, shardCount(plan.shape.batch, this.runner.threads));
    growTo(this.encoder.memory, layout.end);
    this.layout = layout;
    this.writeRecords(layout);
    this.writeLayer(layout.windows.job, projection);
    [classifier, pointers].forEach((layer, h) => this.writeLayer(layout.windows.heads[h]!, layer));
    [span, countdown].forEach((layer, h) => this.writeLayer(layout.bars[0]!.heads[h]!, layer));
    return layout;
  }

  private writeRecords({ input, bars, windows }: NetworkLayout): void {
    const { memory } = this.encoder;
    writeRecord(memory, input.address, INPUT_FIELDS, input.job);
    for (const { address, job, heads } of bars) {
      writeRecord(memory, address, BAR_JOB_FIELDS, job);
      heads.forEach((head, h) => writeRecord(memory, job.heads + h * BAR_HEAD_FIELDS.length * 4, BAR_HEAD_FIELDS, head));
    }
    writeRecord(memory, windows.address, WINDOW_JOB_FIELDS, windows.job);
    windows.heads.forEach((head, h) => writeRecord(memory, windows.job.heads + h * WINDOW_HEAD_FIELDS.length * 4, WINDOW_HEAD_FIELDS, head));
  }

  private outputs({ plan, windows, bars }: NetworkLayout): NetworkOutputs {
    const { batch, steps } = plan.shape;
    const [classifier, pointers] = windows.heads;
    const [span, countdown] = bars[0]!.heads;
    const read = ({ out, outputs }: { readonly out: number; readonly outputs: number }, rows: number) => readFloats(this.encoder.memory, out, rows * outputs);
    return {
      logits: read(classifier!, batch),
      pointers: read(pointers!, batch),
      emissions: read(span!, batch * steps),
      countdown: read(countdown!, batch * steps),
    };
  }

  private write(address: number, values: Float32Array): void {
    writeFloats(this.encoder.memory, address, values);
  }

  private writeLayer({ weight, bias }: { readonly weight: number; readonly bias: number }, layer: LayerArrays): void {
    this.write(weight, layer.weight);
    this.write(bias, layer.bias);
  }

  /** Summed over the parts in their order. */
  private readLayer({ weight, bias }: LayerArrays, [first, ...others]: readonly LayerPlace[]): void {
    const { memory } = this.encoder;
    copyFloats(memory, first!.dWeight, weight);
    copyFloats(memory, first!.dBias, bias);
    for (const { dWeight, dBias } of others) {
      addFloats(memory, dWeight, weight);
      addFloats(memory, dBias, bias);
    }
  }

  private run(pass: string, jobs: readonly number[]): void {
    this.runner.run(this.instance, pass, jobs);
  }
}

function planOf(shape: NetworkTask['shape'], parameters: NetworkArrays, dropout: NetworkTask['dropout']): NetworkPlan {
  const outputs = ({ bias }: LayerArrays): number => bias.length;
  return {
    shape,
    hiddenUnits: outputs(parameters.projection),
    input: droppedLanes(dropout?.input),
    bars: [
      { outputs: outputs(parameters.span), ...droppedLanes(dropout?.span) },
      { outputs: outputs(parameters.countdown), ...droppedLanes(dropout?.countdown) },
    ],
    windows: [
      { outputs: outputs(parameters.classifier), squashed: 0, ...droppedLanes(dropout?.classifier) },
      { outputs: outputs(parameters.pointers), squashed: 1, ...droppedLanes(dropout?.pointers) },
    ],
  };
}
