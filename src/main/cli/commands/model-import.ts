import { Option, type Command } from 'commander';
import { FEATURE_SET_NAMES, featureSet } from '../../../shared/engine/features/feature-set.ts';
import type { FeatureSetName } from '../../../shared/domain/train-config.ts';
import { commandGroup } from '../command-group.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';

interface ModelImportOptions {
  readonly format: 'safetensors';
  readonly name?: string;
  readonly features?: FeatureSetName;
}

export function register(program: Command): void {
  const command = commandGroup(program, 'model', "a model's weights as a file, and what they compute")
    .command('import')
    .description('make a run of weights that were trained elsewhere, so that it can predict and be evaluated')
    .argument('<file>', 'a state_dict of JadeCompact as safetensors')
    .addOption(new Option('--format <format>', 'of the file').choices(['safetensors']).default('safetensors'))
    .option('--name <name>', 'of the run')
    .addOption(new Option('--features <set>', 'what its inputs are; without it the published features, where their number fits').choices(FEATURE_SET_NAMES));
  projectCommand<ModelImportOptions>(command, importModel);
}

async function importModel({ core, call, args, options }: CommandContext<ModelImportOptions>) {
  const { name, features } = options;
  const { id, name: named, config, windows } = await call('importWeights', { file: core.grantFile(args[0]), name, features });
  const inputs = featureSet(config.features).names.length;
  return {
    json: { run: id, name: named, mode: config.mode, inputs, hiddenSize: config.hiddenSize, features: config.features, windows },
    text: `run ${id}, "${named}": ${config.mode}, ${inputs} inputs (${config.features}); ${windows.val} windows to validate on`,
  };
}
