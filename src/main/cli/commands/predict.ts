import type { Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
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
  projectCommand<PredictOptions>(command, predict, 'refuse');
}

async function predict(context: CommandContext<PredictOptions>) {
  const { options, say } = context;
  const series = [];
  for (const id of await chosenSeries(context)) {
    const outcome = await predictOne(context, id);
    if (outcome === null) continue;
    say(`series ${id}: ${outcome.bars} bars, ${outcome.spans} spans, ${Math.round(outcome.barsPerSecond)} bars per second`);
    series.push({ series: id, ...outcome });
  }
  const bars = series.reduce((sum, each) => sum + each.bars, 0);
  const spans = series.reduce((sum, each) => sum + each.spans, 0);
  return { json: { run: options.run, bars, spans, series }, text: `run ${options.run}: ${spans} spans in ${bars} bars` };
}

/** null: one of all series that is too short for a window, which is no reason to stop. */
async function predictOne({ call, say, options }: CommandContext<PredictOptions>, id: SeriesId) {
  try {
    return await call('predictSeries', { runId: runId(options.run), seriesId: id, jobId: newJobId() });
  } catch (thrown) {
    const isTooShort = thrown instanceof ExpanseError && thrown.kind === 'not-enough-data';
    if (!isTooShort || options.series !== undefined) throw thrown;
    say(`series ${id} is left out: ${thrown.message}`);
    return null;
  }
}

async function chosenSeries({ call, options }: CommandContext<PredictOptions>): Promise<readonly SeriesId[]> {
  return options.series === undefined ? (await call('listSeries', {})).map(({ id }) => id) : [seriesId(options.series)];
}
