import { basename } from 'node:path';
import type { Command } from 'commander';
import { describeExperiment, runExperiment } from '../experiments/run-experiment.ts';
import { findPreset } from '../find-preset.ts';
import type { Outcome } from '../output.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { planSweep } from '../sweep/plan-sweep.ts';
import { togetherGroups } from '../sweep/together-groups.ts';
import { readSweep } from '../sweep/read-sweep.ts';

interface SweepOptions {
  readonly anew?: boolean;
}

export function register(program: Command): void {
  const command = program
    .command('sweep')
    .argument('<file>', 'YAML: name, preset, set (fixed settings), grid (lists of values), seeds, folds, foldsOf (train or all), together (lists of what scripts/ablations.mjs judges as one, which trains nothing more)')
    .description('train every combination of a grid over the settings; the same file again goes on where it stopped')
    .option('--anew', 'train it all again, on the labels as they are now');
  projectCommand<SweepOptions>(command, sweep, 'refuse');
}

async function sweep(context: CommandContext<SweepOptions>): Promise<Outcome> {
  const { args, options, call, say } = context;
  const [path] = args;
  const file = await readSweep(path);
  togetherGroups(path, file);
  const members = planSweep(path, file, await findPreset(call, file.preset));
  const known = options.anew === true ? null : await call('findExperiment', { kind: 'sweep', members });
  if (known?.state === 'done') {
    say(`${path} is done already, on the labels of then; --anew trains it again`);
    return describeExperiment(context, await call('readExperiment', { experimentId: known.id }));
  }
  return runExperiment(context, async () => {
    if (known === null) return (await call('startExperiment', { kind: 'sweep', name: file.name ?? basename(path), members })).experimentId;
    say(`experiment ${known.id} goes on: ${known.done} of ${known.members} runs are done`);
    await call('resumeExperiment', { experimentId: known.id });
    return known.id;
  });
}
