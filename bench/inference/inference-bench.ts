// Runs the network and what makes probabilities of its outputs over windows of the reference task:
// npm run bench -- inference [--json] [--threads N] [--mode soft|crf] [--backend wasm|cpu] [--wide] [--rounds N]
import { startBackend } from '../../src/main/trainer/start-backend.ts';
import { initialise } from '../../src/shared/engine/model/initialise.ts';
import { runJade } from '../../src/shared/engine/model/run-jade.ts';
import { spanProbabilities } from '../../src/shared/engine/model/span-probabilities.ts';
import { readOptions } from '../support/options.ts';
import { INPUTS, LENGTH, referenceConfig, referencePart } from '../support/reference-task.ts';
import { milliseconds, report } from '../support/report.ts';
import { median, timeInTurn } from '../support/timing.ts';

const BATCHES = [32, 256] as const;
const WARM_UP = 8;

const { json, threads, mode, backend: wanted, rounds, wide } = readOptions(25);
const backend = await startBackend(wanted, threads, wide);
const { hiddenSize, initialLogSigma } = referenceConfig(mode, 1);
const parameters = initialise({ mode, inputs: INPUTS, hiddenSize }, initialLogSigma, 1);

const predictions = BATCHES.map((batch) => {
  const input = referencePart(batch);
  return async (): Promise<Float32Array> => {
    const { emissions } = await runJade(parameters, input);
    return spanProbabilities(parameters, { values: emissions, length: LENGTH });
  };
});
const seconds = (await timeInTurn(predictions, rounds, WARM_UP)).map(median);
const results = BATCHES.map((batch, i) => ({ batch, seconds: seconds[i]!, windowsPerSecond: batch / seconds[i]! }));
report(
  [
    `${backend.name}, ${threads} thread${threads === 1 ? '' : 's'}, ${mode}, medians of ${rounds}:`,
    ...results.map((result) => `  batch ${String(result.batch).padEnd(4)} ${result.windowsPerSecond.toFixed(0).padStart(6)} windows/s (${milliseconds(result.seconds)})`),
  ],
  {
    benchmark: 'inference',
    backend: backend.name,
    notes: backend.notes,
    threads,
    mode,
    rounds,
    windowsPerSecond: Object.fromEntries(results.map(({ batch, windowsPerSecond }) => [batch, windowsPerSecond])),
  },
  json,
);
