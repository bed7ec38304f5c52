// Times training epochs of the reference task (168 windows of 105 bars with 12 features, batches of 32, all tasks, dropout
// and AdamW) per back end, number of threads and mode: `node bench/kernels/epoch-bench.ts [--json] [--epochs N]`.
import '@tensorflow/tfjs-backend-cpu';
import { parseArgs } from 'node:util';
import { nodeBackends } from '../../src/main/trainer/node-backends.ts';
import { installKernels } from '../../src/main/trainer/kernels/install-kernels.ts';
import type { TrainConfig } from '../../src/shared/domain/train-config.ts';
import { gatherBatch } from '../../src/shared/engine/training/batch.ts';
import { makeObjective } from '../../src/shared/engine/training/objective.ts';
import { findPreset } from '../../src/shared/engine/training/presets.ts';
import type { TrainPart } from '../../src/shared/engine/training/train-data.ts';
import { startState } from '../../src/shared/engine/training/train-state.ts';
import { trainStep } from '../../src/shared/engine/training/train-step.ts';

const WARM_UP = 5;

interface Result {
  readonly backend: string;
  readonly threads: number;
  readonly mode: 'soft' | 'crf';
  readonly secondsPerEpoch: { readonly min: number; readonly median: number };
}

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, epochs: { type: 'string', default: '12' } },
});
const part = makePart(168, 105, 12);
const results: Result[] = [];
for (const { name, start } of nodeBackends) {
  for (const threads of [1, 2]) {
    for (const mode of ['soft', 'crf'] as const) {
      await start(threads);
      installKernels(name, threads);
      results.push({ backend: name, threads, mode, secondsPerEpoch: await timeEpochs({ ...findPreset('published').config, mode }) });
    }
  }
}
process.stdout.write(options.json ? `${JSON.stringify({ benchmark: 'epoch', results })}\n` : `${results.map(asLine).join('\n')}\n`);

async function timeEpochs(config: TrainConfig): Promise<Result['secondsPerEpoch']> {
  const objective = makeObjective(config, part);
  const state = startState(config, part.inputs);
  const seconds: number[] = [];
  for (let epoch = 0; epoch < WARM_UP + Number(options.epochs); epoch++) {
    const begin = performance.now();
    for (let first = 0; first < part.windows; first += config.batchSize) {
      const size = Math.min(config.batchSize, part.windows - first);
      const batch = gatherBatch(part, Array.from({ length: size }, (_, i) => first + i), objective);
      await trainStep(state, batch, objective, config, 1);
    }
    if (epoch >= WARM_UP) seconds.push((performance.now() - begin) / 1000);
  }
  seconds.sort((a, b) => a - b);
  return { min: seconds[0]!, median: seconds[seconds.length >> 1]! };
}

/** One span per window, features without meaning. */
function makePart(windows: number, length: number, inputs: number): TrainPart {
  const start = (w: number) => 20 + (w % 50);
  const perBar = (value: (w: number, t: number) => number) =>
    Float32Array.from({ length: windows * length }, (_, i) => value(Math.floor(i / length), i % length));
  return {
    windows,
    length,
    inputs,
    features: Float32Array.from({ length: windows * length * inputs }, (_, i) => Math.sin(i * 12.9898)),
    mask: perBar((w, t) => (t >= start(w) && t < start(w) + 8 ? 1 : 0)),
    countdown: perBar((w, t) => Math.max(-20, Math.min(20, start(w) - t))),
    pointers: Float32Array.from({ length: windows * 2 }, (_, i) => (i % 2 === 0 ? (start(i >> 1) + 3.5) / length : 7 / length)),
    type: Int32Array.from({ length: windows }, (_, w) => w % 2),
    oneSpan: new Uint8Array(windows).fill(1),
    confidence: new Float32Array(windows).fill(1),
    spanCount: new Int32Array(windows).fill(1),
  };
}

function asLine({ backend, threads, mode, secondsPerEpoch: { min, median } }: Result): string {
  return `${backend.padEnd(5)} ${threads} thread${threads === 1 ? ' ' : 's'}  ${mode.padEnd(4)}  ${median.toFixed(3)} s per epoch (least ${min.toFixed(3)})`;
}
