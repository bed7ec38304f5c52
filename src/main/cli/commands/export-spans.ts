import { Option, type Command } from 'commander';
import type { Series } from '../../../shared/domain/series.ts';
import { toExportedSpan, type ExportedSpan } from '../../exporters/exported-span.ts';
import { labelsJson } from '../../exporters/labels-json.ts';
import { spansCsv } from '../../exporters/spans-csv.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { exportPieces, requireTarget, type ExportTarget } from '../export-pieces.ts';
import { readExportedVerdicts } from '../read-exported-verdicts.ts';
import { readWindowsOf } from '../read-windows-of.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface ExportSpansOptions extends ExportTarget {
  readonly series?: number;
  readonly format: 'csv' | 'json';
}

type Call = CommandContext<object>['call'];

export function register(program: Command): void {
  const command = commandGroup(program, 'export', 'write bars, spans, verdicts or predictions to a file or stdout')
    .command('spans')
    .description('every labelled span, with its window where it has one; as JSON, the verdicts on predictions, too')
    .option('--series <id>', 'only of this series', wholeNumber)
    .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'json']).default('csv'))
    .option('--output <file>', 'where to write; stdout without it');
  projectCommand<ExportSpansOptions>(command, exportSpans, 'refuse');
}

async function exportSpans({ call, options }: CommandContext<ExportSpansOptions>) {
  requireTarget(options);
  const chosen = options.series === undefined ? await call('listSeries', {}) : [await chooseSeries(call, options.series)];
  const spans: ExportedSpan[] = [];
  for (const series of chosen) spans.push(...(await readSpans(call, series)));
  if (options.format === 'csv') return exportPieces(options, spansCsv(spans), { spans: spans.length });
  const verdicts = await readExportedVerdicts(call, chosen);
  return exportPieces(options, labelsJson(spans, verdicts), { spans: spans.length, verdicts: verdicts.length });
}

async function readSpans(call: Call, series: Series): Promise<readonly ExportedSpan[]> {
  if (series.firstTime === null || series.lastTime === null) return [];
  const windows = await readWindowsOf(call, series);
  const spans = await call('readSpans', { seriesId: series.id, from: series.firstTime, to: series.lastTime });
  return spans.map((span) => toExportedSpan(span, series, span.windowId === null ? null : (windows.get(span.windowId) ?? null)));
}
