// Times the BiLSTM kernels: `node bench/kernels/bilstm-bench.ts [--json] [--rounds N]`.
import { parseArgs } from 'node:util';
import { bilstmWeightShapes, type BilstmShape } from '../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import { bilstmTrials, type BilstmData, type BilstmTrial } from './bilstm-trials.ts';

const WARM_UP = 5;
/** Windows per pass: training, and prediction in small and large batches. */
const cases = [
  { task: 'train', batch: 32 },
  { task: 'predict', batch: 32 },
  { task: 'predict', batch: 256 },
] as const;

interface Timing {
  readonly min: number;
  readonly median: number;
}

interface Result {
  readonly implementation: string;
  readonly threads: number;
  readonly task: string;
  readonly batch: number;
  readonly forwardSeconds: Timing;
  readonly backwardSeconds: Timing | null;
  /** Multiplications and additions of the matrix products per second of median time. */
  readonly gflops: number;
}

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '30' } },
});
const results: Result[] = [];
for (const make of bilstmTrials) {
  const trial = make();
  for (const { task, batch } of cases.slice(0, trial.slow ? 1 : cases.length)) {
    const rounds = Math.ceil(Number(options.rounds) / (trial.slow ? 10 : 1));
    results.push(measure(trial, makeData({ batch, steps: 105, inputs: 12, units: 96 }), task, rounds));
  }
  await trial.close();
}
process.stdout.write(options.json ? `${JSON.stringify({ benchmark: 'bilstm', results })}\n` : `${results.map(asLine).join('\n')}\n`);

function measure(trial: BilstmTrial, data: BilstmData, task: 'train' | 'predict', rounds: number): Result {
  const forward: number[] = [];
  const backward: number[] = [];
  for (let round = 0; round < rounds + WARM_UP; round++) {
    const start = performance.now();
    trial.forward(data, task === 'train');
    const middle = performance.now();
    if (task === 'train') trial.backward(data);
    const end = performance.now();
    if (round < WARM_UP) continue;
    forward.push((middle - start) / 1000);
    backward.push((end - middle) / 1000);
  }
  const forwardSeconds = timing(forward);
  const backwardSeconds = task === 'train' ? timing(backward) : null;
  const seconds = forwardSeconds.median + (backwardSeconds?.median ?? 0);
  return {
    implementation: trial.name,
    threads: trial.threads,
    task,
    batch: data.shape.batch,
    forwardSeconds,
    backwardSeconds,
    gflops: operations(data.shape, task === 'train') / seconds / 1e9,
  };
}

/** Forward: [h | x | 1] W; backward: dz W_hh' and [h | x | 1]' dz; both directions. */
function operations({ batch, steps, inputs, units }: BilstmShape, withGradient: boolean): number {
  const depth = units + inputs + 1;
  return 2 * 2 * batch * steps * 4 * units * (withGradient ? 2 * depth + units : depth);
}

function makeData(shape: BilstmShape): BilstmData {
  const { batch, steps, inputs, units } = shape;
  const wave = (size: number, scale: number) => Float32Array.from({ length: size }, (_, i) => scale * Math.sin(i * 12.9898));
  return {
    shape,
    x: wave(batch * steps * inputs, 1),
    weights: bilstmWeightShapes(inputs, units).map((dims) => wave(dims.reduce((a, b) => a * b), 1 / Math.sqrt(units))),
    dOutput: wave(batch * steps * 2 * units, 1e-3),
  };
}

function timing(seconds: number[]): Timing {
  const sorted = seconds.toSorted((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[sorted.length >> 1]! };
}

function asLine({ implementation, threads, task, batch, forwardSeconds, backwardSeconds, gflops }: Result): string {
  const ms = (time: Timing | null) => (time === null ? '' : (time.median * 1000).toFixed(2)).padStart(9);
  const what = `${implementation}, ${threads} thread${threads === 1 ? '' : 's'}`.padEnd(26);
  return `${what} ${task.padEnd(8)} B=${String(batch).padEnd(4)} forward ${ms(forwardSeconds)} ms  backward ${ms(backwardSeconds)} ms  ${gflops.toFixed(1).padStart(6)} GFLOP/s`;
}
