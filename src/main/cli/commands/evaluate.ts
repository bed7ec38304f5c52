import { Option, type Command } from 'commander';
import { runId } from '../../../shared/domain/ids.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { describeEvaluation } from '../describe-evaluation.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface EvaluateOptions {
  readonly run: number;
  readonly part: SplitPart;
}

export function register(program: Command): void {
  const command = program
    .command('evaluate')
    .description('judge a run against the labels that it was given: figures with 95 % intervals, decoders, baselines; the whole with curves as --json')
    .requiredOption('--run <id>', 'the run', wholeNumber)
    .addOption(new Option('--part <part>', 'which of its windows').choices(['val', 'test', 'train']).default('val'));
  projectCommand<EvaluateOptions>(command, evaluate, 'refuse');
}

async function evaluate({ call, options }: CommandContext<EvaluateOptions>) {
  const evaluation = await call('evaluateRun', { runId: runId(options.run), part: options.part });
  return { json: evaluation, text: describeEvaluation(evaluation) };
}
