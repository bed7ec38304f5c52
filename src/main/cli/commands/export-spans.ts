import { Option, type Command } from 'commander';
import type { WindowId } from '../../../shared/domain/ids.ts';
import type { Series } from '../../../shared/domain/series.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import { toExportedSpan, type ExportedSpan } from '../../exporters/exported-span.ts';
import { spansCsv } from '../../exporters/spans-csv.ts';
import { spansJson } from '../../exporters/spans-json.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { exportPieces, requireTarget, type ExportTarget } from '../export-pieces.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface ExportSpansOptions extends ExportTarget {
  readonly series?: number;
  readonly format: 'csv' | 'json';
}

type Call = CommandContext<object>['call'];

const PAGE = 1000;

export function register(program: Command): void {
  const command = commandGroup(program, 'export', 'write bars, spans or predictions to a file or stdout')
    .command('spans')
    .description('every labelled span, with its window where it has one')
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
  return exportPieces(options, options.format === 'json' ? spansJson(spans) : spansCsv(spans), { spans: spans.length });
}

async function readSpans(call: Call, series: Series): Promise<readonly ExportedSpan[]> {
  if (series.firstTime === null || series.lastTime === null) return [];
  const windows = await readWindows(call, series);
  const spans = await call('readSpans', { seriesId: series.id, from: series.firstTime, to: series.lastTime });
  return spans.map((span) => toExportedSpan(span, series, span.windowId === null ? null : (windows.get(span.windowId) ?? null)));
}

async function readWindows(call: Call, { id: seriesId }: Series): Promise<ReadonlyMap<WindowId, LabelWindow>> {
  const found = new Map<WindowId, LabelWindow>();
  for (let offset = 0; ; offset += PAGE) {
    const { windows } = await call('listWindows', { seriesId, offset, limit: PAGE });
    for (const window of windows) found.set(window.id, window);
    if (windows.length < PAGE) return found;
  }
}
