import { Option, type Command } from 'commander';
import { runId } from '../../../shared/domain/ids.ts';
import type { BarScore, Evaluation } from '../../../shared/domain/evaluation.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface EvaluateOptions {
  readonly run: number;
  readonly part: SplitPart;
}

export function register(program: Command): void {
  const command = program
    .command('evaluate')
    .description('judge a run against the labels that it was given')
    .requiredOption('--run <id>', 'the run', wholeNumber)
    .addOption(new Option('--part <part>', 'which of its windows').choices(['val', 'test', 'train']).default('val'));
  projectCommand<EvaluateOptions>(command, evaluate, 'refuse');
}

async function evaluate({ call, options }: CommandContext<EvaluateOptions>) {
  const evaluation = await call('evaluateRun', { runId: runId(options.run), part: options.part });
  return { json: evaluation, text: describeEvaluation(evaluation) };
}

export function describeEvaluation({ part, windows, spans, bar, separation, positionPrior }: Evaluation): string {
  return [
    `${part}: ${windows} windows, ${spans} spans`,
    `  bars at 0.5: ${describeScore(bar.at05)}; mean F1 of windows ${bar.macroF1At05.toFixed(3)}`,
    `  bars at ${bar.best.threshold.toFixed(3)}, chosen on validation: ${describeScore(bar.best)}`,
    `  probability in spans ${separation.inMean.toFixed(3)}, outside ${separation.outMean.toFixed(3)}`,
    `  position alone, no bar looked at: ${describeScore(positionPrior)}`,
  ].join('\n');
}

const describeScore = ({ precision, recall, f1 }: BarScore) => `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
