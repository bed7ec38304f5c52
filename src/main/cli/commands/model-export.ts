import { Option, type Command } from 'commander';
import type { CheckpointKind } from '../../../shared/contract/weights.ts';
import { runId } from '../../../shared/domain/ids.ts';
import { writeWholeFile } from '../../model-files/write-whole-file.ts';
import { commandGroup } from '../command-group.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface ModelExportOptions {
  readonly run: number;
  readonly format: 'safetensors';
  readonly out: string;
  readonly checkpoint?: CheckpointKind;
}

export function register(program: Command): void {
  const command = commandGroup(program, 'model', "a model's weights as a file, and what they compute")
    .command('export')
    .description("write a run's weights as a state_dict that PyTorch loads")
    .requiredOption('--run <id>', 'the run', wholeNumber)
    .requiredOption('--out <file>', 'where to write')
    .addOption(new Option('--format <format>', 'of the file').choices(['safetensors']).default('safetensors'))
    .addOption(new Option('--checkpoint <which>', 'after which epoch; the best without it, else the last').choices(['best', 'last']));
  projectCommand<ModelExportOptions>(command, exportModel);
}

async function exportModel({ call, options }: CommandContext<ModelExportOptions>) {
  const { run, out, format, project } = options;
  const { checkpoint, epoch, weights } = await call('exportWeights', { runId: runId(run), checkpoint: options.checkpoint });
  await writeWholeFile(out, weights, [project]);
  return {
    json: { run, file: out, format, checkpoint, epoch, bytes: weights.length },
    text: `${out}: the ${checkpoint} weights of run ${run}, epoch ${epoch}, ${weights.length} bytes`,
  };
}
