import { InvalidArgumentError, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ColumnRole, ImportOptions, ImportReport } from '../../../shared/contract/imports.ts';
import { newJobId, type FileToken } from '../../../shared/domain/ids.ts';
import { formatTimeframe, parseTimeframe } from '../../../shared/domain/timeframe.ts';
import { commandGroup } from '../command-group.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { keepStdin } from '../keep-stdin.ts';

const COLUMN_ROLES: readonly ColumnRole[] = ['time', 'date', 'timeOfDay', 'open', 'high', 'low', 'close', 'volume'];

interface ImportBarsOptions {
  readonly symbol?: string;
  readonly timeframe?: string;
  readonly timezone?: string;
  readonly format?: string;
  readonly timeFormat?: string;
  readonly barEnd?: boolean;
  readonly member?: string;
  readonly columns?: ImportOptions['columns'];
}

export function register(program: Command): void {
  const command = commandGroup(program, 'import', 'bring bars or labelled windows into the project')
    .command('bars')
    .description('import bars from files of any known format, each in one transaction; - reads stdin')
    .argument('<files...>')
    .option('--symbol <symbol>', 'the instrument, where the file does not say it')
    .option('--timeframe <timeframe>', 'of a bar, such as 30s, 1m, 15m, 1h or 1d')
    .option('--timezone <zone>', 'of stamps that carry none: America/New_York, UTC-05:00')
    .option('--format <id>', 'the format, where it is not recognised')
    .option('--time-format <id>', 'the format of the stamps, where it is not recognised')
    .option('--bar-end', 'stamps mark the end of a bar')
    .option('--no-bar-end', 'stamps mark the opening of a bar')
    .option('--columns <roles>', `what the columns are, from the first on: ${COLUMN_ROLES.join(', ')}, or - for any other`, readColumns)
    .option('--member <name>', 'the member of a zip, or the symbol of a file with several');
  projectCommand<ImportBarsOptions>(command, importFiles);
}

async function importFiles(context: CommandContext<ImportBarsOptions>) {
  const reports: ImportReport[] = [];
  for (const path of context.args) reports.push(await importFile(context, path));
  const files = reports.map(summarise);
  const text = reports.map(describe).join('\n');
  return { json: files.length === 1 ? files[0] : { ...sumOf(files), files }, text };
}

async function importFile({ core, call, say, options }: CommandContext<ImportBarsOptions>, path: string): Promise<ImportReport> {
  const stdin = path === '-' ? await keepStdin() : null;
  try {
    const file = core.grantFile(stdin?.path ?? path);
    const chosen = await chooseOptions(call, say, file, toCorrections(options));
    return await call('importBars', { file, options: chosen, jobId: newJobId() });
  } finally {
    stdin?.remove();
  }
}

async function chooseOptions(
  call: CommandContext<ImportBarsOptions>['call'],
  say: CommandContext<ImportBarsOptions>['say'],
  file: FileToken,
  corrections: Partial<ImportOptions>,
): Promise<ImportOptions> {
  const preview = await call('previewImport', { file, options: corrections });
  if (preview.kind === 'dataset') {
    throw new ExpanseError('bad-file', `${preview.file} is a dataset of labelled windows.`, 'Import it with: import dataset.');
  }
  say(`${preview.file}: ${preview.formatName}, ${preview.options.symbol || 'no symbol'}, ${formatTimeframe(preview.options.timeframeMs)}`);
  preview.notes.forEach(say);
  if (preview.options.symbol !== '') return preview.options;
  throw new ExpanseError('invalid-input', `${preview.file} does not say which instrument it holds.`, 'Name it with --symbol.');
}

function toCorrections(options: ImportBarsOptions): Partial<ImportOptions> {
  return {
    symbol: options.symbol,
    timeframeMs: options.timeframe === undefined ? undefined : requireTimeframe(options.timeframe),
    timeZone: options.timezone,
    format: options.format,
    timeFormat: options.timeFormat,
    stampsAreBarEnd: options.barEnd,
    member: options.member,
    columns: options.columns,
  };
}

function readColumns(text: string): ImportOptions['columns'] {
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const [index, name] of text.split(',').map((word) => word.trim()).entries()) {
    if (name === '-') continue;
    const role = COLUMN_ROLES.find((each) => each.toLowerCase() === name.toLowerCase());
    if (role === undefined || columns[role] !== undefined) throw new InvalidArgumentError(`"${name}" is no column, or stands there twice.`);
    columns[role] = index;
  }
  return columns;
}

function requireTimeframe(text: string): number {
  const timeframeMs = parseTimeframe(text);
  if (timeframeMs !== undefined) return timeframeMs;
  throw new ExpanseError('invalid-input', `--timeframe: "${text}" is no timeframe.`, 'Write it as 30s, 1m, 15m, 1h, 1d or 1w.');
}

function summarise({ file, series, counts, seconds }: ImportReport) {
  return {
    file,
    series: { id: series.id, symbol: series.symbol, timeframe: formatTimeframe(series.timeframeMs) },
    dataRows: counts.dataRows,
    bars: counts.added + counts.alreadyPresent,
    added: counts.added,
    alreadyPresent: counts.alreadyPresent,
    rejected: counts.rejected,
    duplicates: counts.duplicatesExact + counts.duplicatesConflicting,
    gaps: counts.gaps,
    seconds,
  };
}

function sumOf(files: readonly ReturnType<typeof summarise>[]) {
  const sum = { dataRows: 0, bars: 0, added: 0, alreadyPresent: 0, rejected: 0, duplicates: 0, gaps: 0, seconds: 0 };
  const keys = Object.keys(sum) as (keyof typeof sum)[];
  for (const file of files) for (const key of keys) sum[key] += file[key];
  return sum;
}

function describe({ file, series, counts, seconds }: ImportReport): string {
  const duplicates = counts.duplicatesExact + counts.duplicatesConflicting;
  return [
    `${file}: ${counts.added} bars added to ${series.symbol} ${formatTimeframe(series.timeframeMs)} in ${seconds.toFixed(1)} s`,
    `${counts.alreadyPresent} there already, ${duplicates} duplicates dropped, ${counts.rejected} rows rejected, ${counts.gaps} gaps`,
  ].join('; ');
}
