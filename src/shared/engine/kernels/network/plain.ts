import { makeFloat64, plainBilstm, plainBilstmGradient } from '../bilstm/plain.ts';
import type { Floats } from '../bilstm/plain-forward.ts';
import { plainDilated, plainDilatedGradient } from '../dilated/plain.ts';
import type { FusedNetwork } from './fused-network.ts';
import type { CounterDropout, LayerArrays, NetworkArrays, NetworkOutputs, NetworkTask } from './network-task.ts';
import { meanOfBars, plainLinear, plainLinearGradient, times } from './plain-layers.ts';

/** What dropout multiplies `size` elements with. */
export type MaskOf = (dropout: CounterDropout, size: number) => Float32Array;

/** The network as plain loops in float64, rounded to float32 only where it is read: slow, obvious, and the oracle of the others. */
export function makePlainNetwork(maskOf: MaskOf): FusedNetwork {
  return {
    forward: (task) => rounded(run(task, maskOf).outputs),
    differentiate: (task, slopesOf, gradient) => {
      const pass = run(task, maskOf);
      differentiate(task, pass, slopesOf(rounded(pass.outputs)), gradient);
    },
  };
}

/** A head reads its input times its mask. */
interface HeadPass {
  readonly mask: Floats;
  readonly read: Floats;
  readonly output: Floats;
}

function run(task: NetworkTask, maskOf: MaskOf) {
  const { shape, features, parameters, dropout } = task;
  const { batch, steps, units } = shape;
  const mask = (drop: CounterDropout | null | undefined, size: number): Floats => (drop == null ? new Float64Array(size).fill(1) : maskOf(drop, size));
  const head = (input: Floats, layer: LayerArrays, drop: CounterDropout | null | undefined): HeadPass => {
    const factors = mask(drop, input.length);
    const read = times(input, factors);
    return { mask: factors, read, output: plainLinear(read, layer) };
  };
  const x = times(features, mask(dropout?.input, features.length));
  const encoder = runEncoder(task, x);
  const { states } = encoder;
  const mean = meanOfBars(states, batch, steps, 2 * units);
  const hidden = plainLinear(mean, parameters.projection).map((value) => Math.max(0, value));
  const heads = {
    classifier: head(hidden, parameters.classifier, dropout?.classifier),
    pointers: head(hidden, parameters.pointers, dropout?.pointers),
    span: head(states, parameters.span, dropout?.span),
    countdown: head(states, parameters.countdown, dropout?.countdown),
  };
  const pointers = heads.pointers.output.map((value) => 1 / (1 + Math.exp(-value)));
  const outputs = { logits: heads.classifier.output, pointers, emissions: heads.span.output, countdown: heads.countdown.output };
  return { encoder, mean, hidden, heads, outputs };
}

interface EncoderPass {
  /** [B, T, C] */
  readonly states: Floats;
  /** Of the weights, in their order. */
  gradient(dStates: Floats): readonly Floats[];
}

function runEncoder({ shape, dilated, parameters: { encoder } }: NetworkTask, x: Floats): EncoderPass {
  if (dilated !== undefined) {
    const sizes = { ...shape, ...dilated };
    const { output, pass } = plainDilated(sizes, x, encoder);
    return { states: output, gradient: (dOutput) => plainDilatedGradient(sizes, x, encoder, pass, dOutput) };
  }
  const pass = plainBilstm(shape, x, encoder, makeFloat64);
  return { states: pass.output, gradient: (dOutput) => plainBilstmGradient(shape, x, encoder, pass, { dOutput, dLastCells: null }, false, makeFloat64).weights };
}

function differentiate({ shape, parameters }: NetworkTask, pass: ReturnType<typeof run>, slopes: NetworkOutputs, gradient: NetworkArrays): void {
  const { batch, steps, units } = shape;
  const { heads, outputs, hidden, mean, encoder } = pass;
  const back = (name: keyof typeof heads, dOutput: Floats): Floats =>
    times(plainLinearGradient(heads[name].read, dOutput, parameters[name], gradient[name]), heads[name].mask);
  const dPointers = Float64Array.from(slopes.pointers, (slope, i) => slope * outputs.pointers[i]! * (1 - outputs.pointers[i]!));
  const [byClasses, byPointers] = [back('classifier', slopes.logits), back('pointers', dPointers)];
  const dHidden = hidden.map((value, i) => (value > 0 ? byClasses[i]! + byPointers[i]! : 0));
  const dMean = plainLinearGradient(mean, dHidden, parameters.projection, gradient.projection);
  const [bySpan, byCountdown] = [back('span', slopes.emissions), back('countdown', slopes.countdown)];
  const width = 2 * units;
  const dOutput = Float64Array.from({ length: batch * steps * width }, (_, i) => {
    const window = Math.floor(i / (steps * width));
    return bySpan[i]! + byCountdown[i]! + dMean[window * width + (i % width)]! / steps;
  });
  encoder.gradient(dOutput).forEach((values, i) => gradient.encoder[i]!.set(values));
}

const rounded = ({ logits, pointers, emissions, countdown }: Record<keyof NetworkOutputs, Floats>): NetworkOutputs => ({
  logits: Float32Array.from(logits),
  pointers: Float32Array.from(pointers),
  emissions: Float32Array.from(emissions),
  countdown: Float32Array.from(countdown),
});
