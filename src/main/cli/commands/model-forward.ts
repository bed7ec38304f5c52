import { Option, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { readWeights } from '../../../shared/engine/training/checkpoint.ts';
import { writeSafetensors } from '../../../shared/engine/safetensors/write-safetensors.ts';
import { forward } from '../../model-files/forward.ts';
import { namingFile } from '../../model-files/naming-file.ts';
import { readInput } from '../../model-files/read-input.ts';
import { readWholeFile } from '../../model-files/read-whole-file.ts';
import { writeWholeFile } from '../../model-files/write-whole-file.ts';
import { startBackend } from '../../trainer/start-backend.ts';
import { commandGroup } from '../command-group.ts';
import { printError, printOutcome, type Outcome } from '../output.ts';
import { wholeNumber } from '../whole-number.ts';

interface ModelForwardOptions {
  readonly weights: string;
  readonly input: string;
  readonly out: string;
  readonly backend: TrainConfig['backend'];
  readonly threads: number;
  readonly json?: boolean;
}

/** Opens no project: it computes from files to a file. */
export function register(program: Command): void {
  commandGroup(program, 'model', "a model's weights as a file, and what they compute")
    .command('forward')
    .description('run weights over windows in evaluation mode, to be checked against PyTorch')
    .requiredOption('--weights <file>', 'a state_dict of JadeCompact as safetensors')
    .requiredOption('--input <file>', 'safetensors with the tensor x [windows, bars, features], float32 or float64')
    .requiredOption('--out <file>', 'safetensors to write the outputs to')
    .addOption(new Option('--backend <name>', 'what computes').choices(['auto', 'tensorflow-gpu', 'tensorflow', 'wasm', 'cpu']).default('auto'))
    .option('--threads <number>', 'that it may use', wholeNumber, 1)
    .option('--json', 'print one JSON object on the last line')
    .action(async (options: ModelForwardOptions) => {
      try {
        printOutcome(await runForward(options), options.json);
      } catch (thrown) {
        printError(thrown, options.json);
        process.exitCode = 1;
      }
    });
}

async function runForward({ weights, input, out, backend, threads }: ModelForwardOptions): Promise<Outcome> {
  if (threads < 1) throw new ExpanseError('invalid-input', '--threads is 0.', 'Give at least one thread.');
  const weightsFile = await readWholeFile(weights);
  const parameters = namingFile(weights, () => readWeights(weightsFile));
  const inputFile = await readWholeFile(input);
  const windows = namingFile(input, () => readInput(inputFile, parameters.config.inputs));
  const active = await startBackend(backend, threads);
  const outputs = await forward(parameters, windows);
  await writeWholeFile(out, writeSafetensors(outputs), [weights, input]);
  const { mode, inputs, hiddenSize } = parameters.config;
  return {
    json: { file: out, backend: active.name, mode, inputs, hiddenSize, windows: windows.windows, bars: windows.length, outputs: [...outputs.keys()] },
    text: `${out}: ${[...outputs.keys()].join(', ')} of ${windows.windows} windows of ${windows.length} bars (${mode}, ${inputs} inputs, ${active.name})`,
  };
}
