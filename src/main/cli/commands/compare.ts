import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import type { ExperimentId } from '../../../shared/domain/ids.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { requireFolderOrNothing, writeWholeFolder } from '../../model-files/write-whole-folder.ts';
import { experimentsIn, findSource } from '../compare/find-source.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';

interface CompareOptions {
  readonly out: string;
  readonly part: SplitPart;
}

const MOST = 8;

export function register(program: Command): void {
  const command = program
    .command('compare')
    .description('hold runs or experiments against the first of them on the same windows, and write the verdict as HTML, Markdown, CSV and JSON')
    .argument('<runs...>', 'two or more: the id or the name of a run, experiment:ID, or experiment:ID/GROUP; with a plus between them (3+4) those that are judged together')
    .requiredOption('--out <folder>', 'where to write; created if it is missing')
    .addOption(new Option('--part <part>', 'which of their windows').choices(['val', 'test', 'train']).default('val'));
  projectCommand<CompareOptions>(command, compare, 'refuse');
}

async function compare({ call, args, options }: CommandContext<CompareOptions>) {
  if (args.length < 2 || args.length > MOST) {
    throw new ExpanseError('invalid-input', `Between 2 and ${MOST} runs or experiments can be compared, not ${args.length}.`, 'Name the one that the others are held against first.');
  }
  await requireFolderOrNothing(options.out);
  const runs = await call('listRuns', {});
  const known = { runs, groups: await readGroups(call, args) };
  const report = await call('reportComparison', { contenders: args.map((word) => findSource(word, known)), part: options.part });
  await writeWholeFolder(options.out, { ...report });
  const { part, windows, leftOut, spans, figures, conclusions, cautions, contenders } = JSON.parse(report['comparison.json']) as Comparison;
  const files = Object.keys(report).map((name) => join(options.out, name));
  const names = contenders.map(({ name }) => name);
  return { json: { files, part, windows, leftOut, spans, contenders: names, figures, conclusions, cautions }, text: [...conclusions, '', 'Before you believe a figure:', ...cautions.map((caution) => `- ${caution}`), '', `written: ${files.join(', ')}`].join('\n') };
}

/** Of the experiments that words with a plus speak of. */
async function readGroups(call: CommandContext<CompareOptions>['call'], words: readonly string[]): Promise<ReadonlyMap<ExperimentId, readonly string[]>> {
  const wanted = new Set(words.flatMap(experimentsIn));
  const groups = new Map<ExperimentId, readonly string[]>();
  if (wanted.size === 0) return groups;
  for (const { id } of await call('listExperiments', {})) {
    if (wanted.has(id)) groups.set(id, [...new Set((await call('readExperiment', { experimentId: id })).members.map(({ group }) => group))]);
  }
  return groups;
}
