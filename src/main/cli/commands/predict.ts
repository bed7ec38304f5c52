import type { Command } from 'commander';
import { newJobId, runId, seriesId, type SeriesId } from '../../../shared/domain/ids.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface PredictOptions {
  readonly run: number;
  readonly series?: number;
}

export function register(program: Command): void {
  const command = program
    .command('predict')
    .description('predict a whole series, or all of them, with a run, and keep the outcome in the project')
    .requiredOption('--run <id>', 'the run', wholeNumber)
    .option('--series <id>', 'the series; all of the project without it', wholeNumber);
  projectCommand<PredictOptions>(command, predict);
}

async function predict({ call, say, options }: CommandContext<PredictOptions>) {
  const series = [];
  for (const id of await chosenSeries(call, options.series)) {
    const outcome = await call('predictSeries', { runId: runId(options.run), seriesId: id, jobId: newJobId() });
    say(`series ${id}: ${outcome.bars} bars, ${outcome.spans} spans, ${Math.round(outcome.barsPerSecond)} bars per second`);
    series.push({ series: id, ...outcome });
  }
  const bars = series.reduce((sum, each) => sum + each.bars, 0);
  const spans = series.reduce((sum, each) => sum + each.spans, 0);
  return { json: { run: options.run, bars, spans, series }, text: `run ${options.run}: ${spans} spans in ${bars} bars` };
}

async function chosenSeries(call: CommandContext<PredictOptions>['call'], id: number | undefined): Promise<readonly SeriesId[]> {
  return id === undefined ? (await call('listSeries', {})).map((series) => series.id) : [seriesId(id)];
}
