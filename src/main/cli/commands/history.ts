import type { Command } from 'commander';
import type { HistoryItem } from '../../../shared/contract/labels.ts';
import { seriesId, windowId } from '../../../shared/domain/ids.ts';
import { chooseSeries } from '../choose-series.ts';
import { clock } from '../history/clock.ts';
import { labelsAsOf } from '../history/labels-as-of.ts';
import { parseMoment, type Moment } from '../history/moment.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface HistoryOptions {
  readonly series?: number;
  readonly window?: number;
  readonly limit: number;
  readonly steps?: boolean;
  readonly asOf?: Moment;
}

type Context = CommandContext<HistoryOptions>;

const PAGE = 1000;

export function register(program: Command): void {
  const command = program
    .command('history')
    .description('who changed which labels, and when, newest first; or the labels as they were at a moment')
    .option('--series <id>', 'only of this series', wholeNumber)
    .option('--window <id>', 'only what touched this window or spans of it', wholeNumber)
    .option('--limit <entries>', 'at most so many', wholeNumber, 100)
    .option('--steps', 'also every undo and redo, as an entry of its own')
    .option('--as-of <step>', 'instead the labels as they were after this step, or at this time (UTC unless it says otherwise)', parseMoment);
  projectCommand<HistoryOptions>(command, printHistory, 'refuse');
}

async function printHistory(context: Context) {
  const { call, options } = context;
  const chosen = options.series === undefined ? null : await chooseSeries(call, options.series);
  if (options.asOf !== undefined) return labelsAsOf(call, chosen === null ? await call('listSeries', {}) : [chosen], options.asOf, options.limit);
  const { total, entries } = await readEntries(context);
  return { json: { total, entries }, text: [...entries.map(entryLine), totalLine(entries.length, total)].join('\n') };
}

async function readEntries({ call, options: { series, window, steps, limit } }: Context) {
  const filter = { seriesId: series === undefined ? undefined : seriesId(series), windowId: window === undefined ? undefined : windowId(window), steps };
  if (filter.windowId !== undefined) await call('readWindow', { windowId: filter.windowId });
  const entries: HistoryItem[] = [];
  let total = 0;
  do {
    const page = await call('readHistory', { ...filter, offset: entries.length, limit: Math.min(PAGE, limit - entries.length) });
    entries.push(...page.items);
    total = page.total;
  } while (entries.length < Math.min(limit, total));
  return { total, entries };
}

const STEPS = { edit: '', import: '', undo: 'Undid: ', redo: 'Redid: ' } as const;

function entryLine({ sequence, at, author, action, description, undone }: HistoryItem): string {
  const note = undone === null ? '' : ` (undone ${clock(undone.at)} by ${undone.author})`;
  return `${String(sequence).padStart(6)}  ${clock(at)}  ${author}  ${STEPS[action]}${description}${note}`;
}

function totalLine(shown: number, total: number): string {
  if (total === 0) return 'No label was changed yet.';
  return shown === total ? `${total} in all` : `${shown} of ${total}; --limit shows more`;
}
