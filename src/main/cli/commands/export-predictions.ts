import { InvalidArgumentError, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { runId } from '../../../shared/domain/ids.ts';
import { predictionsCsv } from '../../exporters/predictions-csv.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { exportPieces, requireTarget, type ExportTarget } from '../export-pieces.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface ExportPredictionsOptions extends ExportTarget {
  readonly run: number;
  readonly series?: number;
  readonly threshold?: number;
}

export function register(program: Command): void {
  const command = commandGroup(program, 'export', 'write bars, spans, verdicts or predictions to a file or stdout')
    .command('predictions')
    .description('the probability of every bar and the decoded spans of a predicted series, as CSV')
    .requiredOption('--run <id>', 'the run', wholeNumber)
    .option('--series <id>', 'the series; not needed where there is only one', wholeNumber)
    .option('--threshold <probability>', 'from which bars are in a span; the best of the run without it', probability)
    .option('--output <file>', 'where to write; stdout without it');
  projectCommand<ExportPredictionsOptions>(command, exportPredictions, 'refuse');
}

async function exportPredictions({ call, options }: CommandContext<ExportPredictionsOptions>) {
  requireTarget(options);
  const series = await chooseSeries(call, options.series);
  const { id: seriesId, firstTime, lastTime } = series;
  const whole = firstTime === null || lastTime === null ? null : { seriesId, from: firstTime, to: lastTime };
  const prediction = whole && (await call('readSeriesPrediction', { runId: runId(options.run), ...whole, threshold: options.threshold }));
  if (prediction === null) {
    throw new ExpanseError('not-found', `Run ${options.run} has not predicted ${series.symbol} yet.`, `Run: predict --run ${options.run} --series ${seriesId}.`);
  }
  return exportPieces(options, predictionsCsv(prediction), { bars: prediction.time.length, spans: prediction.spans.length });
}

function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('A number from 0 to 1 is expected.');
  return value;
}
