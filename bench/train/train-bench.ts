// Trains the reference task (168 windows of 105 bars x 12 features, batches of 32, four tasks, dropout, AdamW):
// npm run bench -- train [--json] [--threads N] [--mode soft|crf] [--encoder bilstm|dilated] [--backend wasm|cpu] [--wide] [--rounds EPOCHS] [--no-breakdown]
import { startBackend } from '../../src/main/trainer/start-backend.ts';
import type { TrainConfig } from '../../src/shared/domain/train-config.ts';
import { readOptions } from '../support/options.ts';
import { windowOperations } from '../support/operations.ts';
import { profileByCategory } from '../support/profile.ts';
import { INPUTS, LENGTH, referenceConfig, referencePart, VALIDATION_WINDOWS, WINDOWS } from '../support/reference-task.ts';
import { milliseconds, report } from '../support/report.ts';
import { timingOf } from '../support/timing.ts';
import { categoryOfStep } from './step-categories.ts';
import { trainEpochs } from './train-epochs.ts';

const WARM_UP_EPOCHS = 8;
const PROFILED_EPOCHS = 12;

const { json, threads, mode, encoder, backend: wanted, rounds, wide, breakdown: wantsBreakdown } = readOptions(15);
const backend = await startBackend(wanted, threads, wide);
const train = referencePart(WINDOWS);
const epochs = await trainEpochs({ train, val: null }, { ...referenceConfig(mode, WARM_UP_EPOCHS + rounds), encoder });
const secondsPerEpoch = timingOf(epochs.slice(WARM_UP_EPOCHS));
const config = { ...referenceConfig(mode, PROFILED_EPOCHS), encoder };
const gflops = (WINDOWS * windowOperations({ mode, inputs: INPUTS, hiddenSize: config.hiddenSize, encoder }, LENGTH, true)) / secondsPerEpoch.median / 1e9;
const breakdown = wantsBreakdown ? await breakDown(config) : {};
report(
  [
    `${backend.name}, ${threads} thread${threads === 1 ? '' : 's'}, ${mode}, ${encoder.kind}: ${milliseconds(secondsPerEpoch.median)} per epoch (median of ${rounds}), best ${milliseconds(secondsPerEpoch.min)}, ${gflops.toFixed(1)} GFLOP/s`,
    ...Object.entries(breakdown).map(([name, seconds]) => `  ${name.padEnd(28)}${milliseconds(seconds).padStart(10)}`),
  ],
  { benchmark: 'train', backend: backend.name, notes: backend.notes, threads, mode, encoder, epochs: rounds, secondsPerEpoch, gflops, breakdown },
  json,
);

/** Seconds per epoch by category, the largest first. Also judges validation windows, which the timed epochs do not. */
async function breakDown(profiled: TrainConfig): Promise<Readonly<Record<string, number>>> {
  const data = { train, val: referencePart(VALIDATION_WINDOWS, 2) };
  const sums = await profileByCategory(() => trainEpochs(data, profiled), categoryOfStep);
  const perEpoch = [...sums].map(([name, seconds]): [string, number] => [name, seconds / profiled.epochs]);
  return Object.fromEntries(perEpoch.toSorted((a, b) => b[1] - a[1]));
}
