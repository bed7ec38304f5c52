import type { Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import { DEFAULT_WINDOW_LENGTH } from '../../../shared/domain/window.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface WindowsMakeOptions {
  readonly series?: number;
  readonly length: number;
  readonly stride?: number;
  readonly from?: string;
  readonly to?: string;
}

export function register(program: Command): void {
  const command = commandGroup(program, 'windows', 'the queue of windows to label')
    .command('make')
    .description('cut a series into windows; those that exist are left alone')
    .option('--series <id>', 'the series; not needed where there is only one', wholeNumber)
    .option('--length <bars>', 'bars of a window', wholeNumber, DEFAULT_WINDOW_LENGTH)
    .option('--stride <bars>', 'bars from one window to the next; the length without it', wholeNumber)
    .option('--from <time>', 'first bar, such as 2024-01-02 or 2024-01-02T10:00Z')
    .option('--to <time>', 'last bar');
  projectCommand<WindowsMakeOptions>(command, makeWindows, 'refuse');
}

async function makeWindows({ call, options }: CommandContext<WindowsMakeOptions>) {
  const { id, symbol } = await chooseSeries(call, options.series);
  const { length, stride = length } = options;
  const range = { from: readTime('--from', options.from), to: readTime('--to', options.to) };
  const outcome = await call('makeWindows', { seriesId: id, length, stride, ...range });
  const text = `${symbol}: ${outcome.made} windows made, ${outcome.existing} were there already`;
  return { json: { series: id, length, stride, ...outcome }, text };
}

function readTime(option: string, text: string | undefined): TimeMs | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return timeMs(time);
  throw new ExpanseError('invalid-input', `${option}: "${text}" is no time.`, 'Write it as 2024-01-02 or 2024-01-02T10:00Z.');
}
