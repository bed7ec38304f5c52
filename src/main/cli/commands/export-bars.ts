import type { Command } from 'commander';
import { MAX_SLICE_BARS } from '../../../shared/contract/series.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { BARS_CSV_HEADER, barsCsvLines } from '../../exporters/bars-csv.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { exportPieces, requireTarget, type ExportTarget } from '../export-pieces.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface ExportBarsOptions extends ExportTarget {
  readonly series?: number;
}

export function register(program: Command): void {
  const command = commandGroup(program, 'export', 'write bars, spans, verdicts or predictions to a file or stdout')
    .command('bars')
    .description('the bars of a series as CSV')
    .option('--series <id>', 'the series; not needed where there is only one', wholeNumber)
    .option('--output <file>', 'where to write; stdout without it');
  projectCommand<ExportBarsOptions>(command, exportBars, 'refuse');
}

async function exportBars({ call, options }: CommandContext<ExportBarsOptions>) {
  requireTarget(options);
  const series = await chooseSeries(call, options.series);
  return exportPieces(options, readLines(call, series), { bars: series.barCount });
}

async function* readLines(call: CommandContext<object>['call'], series: Series): AsyncGenerator<string> {
  yield BARS_CSV_HEADER;
  for (let fromIndex = 0; fromIndex < series.barCount; fromIndex += MAX_SLICE_BARS) {
    const { bars } = await call('readBars', { seriesId: series.id, level: 0, fromIndex, count: MAX_SLICE_BARS });
    yield* barsCsvLines(bars);
  }
}
