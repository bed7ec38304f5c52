import { Option, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { QueueView, WindowPage } from '../../../shared/contract/windows.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { seriesId } from '../../../shared/domain/ids.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';
import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import { WINDOW_STATES, type WindowState } from '../../../shared/domain/window.ts';
import type { QueueOrder } from '../../../shared/queue/queue-order.ts';
import { isoTime } from '../../exporters/iso-time.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { findRun } from '../review/find-run.ts';
import { moment } from '../review/review-options.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface QueueListOptions {
  readonly series?: number;
  readonly state?: WindowState;
  readonly reason?: string;
  readonly from?: TimeMs;
  readonly to?: TimeMs;
  readonly labels?: 'with' | 'without';
  readonly order: QueueOrder['kind'];
  readonly run?: string;
  readonly seed: number;
  readonly offset: number;
  readonly limit: number;
}

type Context = CommandContext<QueueListOptions>;

export function register(program: Command): void {
  const command = commandGroup(program, 'queue', 'the windows to label, one by one')
    .command('list')
    .description('the windows in the order in which they are gone through')
    .option('--series <id>', 'only of this series', wholeNumber)
    .addOption(new Option('--state <state>', 'only such').choices([...WINDOW_STATES]))
    .option('--reason <reason>', 'only those that were skipped for it')
    .option('--from <time>', 'only from this date or time on, UTC unless it says otherwise', moment)
    .option('--to <time>', 'only up to this date or time', moment)
    .addOption(new Option('--labels <which>', 'only such with labels, or without').choices(['with', 'without']))
    .addOption(new Option('--order <order>', 'in time, by chance, where a run is least sure first, or where it and the labels lie furthest apart first').choices(['time', 'random', 'uncertain', 'disagreeing']).default('time'))
    .option('--run <run>', 'id or name of the run that orders them')
    .option('--seed <number>', 'of the order by chance', wholeNumber, 1)
    .option('--offset <count>', 'so many are left out at the beginning', wholeNumber, 0)
    .option('--limit <count>', 'at most so many, up to 1000', wholeNumber, 100);
  projectCommand<QueueListOptions>(command, listQueue, 'refuse');
}

async function listQueue({ call, options }: Context) {
  const { state, reason: skipReason, from, to, labels, offset, limit } = options;
  if (options.series !== undefined) await chooseSeries(call, options.series);
  const view: QueueView = {
    seriesId: options.series === undefined ? undefined : seriesId(options.series),
    state,
    skipReason,
    from,
    to,
    labelled: labels === undefined ? undefined : labels === 'with',
    order: await readOrder(call, options),
  };
  const page = await call('listWindows', { ...view, offset, limit });
  return { json: { ...page }, text: describe(page, offset, await call('listSeries', {})) };
}

async function readOrder(call: Context['call'], { order, run, seed }: QueueListOptions): Promise<QueueOrder> {
  if (order === 'time') return { kind: order };
  if (order === 'random') return { kind: order, seed };
  if (run === undefined) throw new ExpanseError('invalid-input', `The order ${order} is that of a run.`, 'Say of which with --run.');
  return { kind: order, runId: (await findRun(call, run)).id };
}

function describe({ windows, counts, total }: WindowPage, offset: number, series: readonly Series[]): string {
  const lines = windows.map((window) => describeWindow(window, series.find(({ id }) => id === window.seriesId)));
  const left = total - offset - windows.length;
  if (left > 0) lines.push(`and ${left} more: --offset ${offset + windows.length}`);
  return [...lines, `${total} listed; ${counts.pending} pending, ${counts.reviewed} reviewed, ${counts.skipped} skipped`].join('\n');
}

function describeWindow({ id, state, skipReason, startTime, endTime, spans }: WindowPage['windows'][number], series: Series | undefined): string {
  const place = series === undefined ? '' : `${series.symbol} ${formatTimeframe(series.timeframeMs)} `;
  return `${id}  ${state}${skipReason === '' ? '' : ` (${skipReason})`}  ${place}${isoTime(startTime)} – ${isoTime(endTime)}  ${spans} ${spans === 1 ? 'span' : 'spans'}`;
}
