import { Option, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import { DEFAULT_WINDOW_LENGTH } from '../../../shared/domain/window.ts';
import type { WindowTake } from '../../../shared/queue/window-take.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

const TAKES = ['every', 'random', 'session', 'volatility', 'rule'] as const;

interface QueueMakeOptions {
  readonly series?: number;
  readonly length: number;
  readonly stride?: number;
  readonly from?: string;
  readonly to?: string;
  readonly take: (typeof TAKES)[number];
  readonly count?: number;
  readonly seed: number;
}

export function register(program: Command): void {
  const queue = commandGroup(program, 'queue', 'the windows to label, one by one');
  // As it was called at first.
  const windows = commandGroup(program, 'windows', 'the same as queue');
  for (const group of [queue, windows]) projectCommand<QueueMakeOptions>(describe(group.command('make')), makeWindows, 'refuse');
}

const describe = (command: Command): Command =>
  command
    .description('cut a series into windows, or choose some; those that exist are left alone')
    .option('--series <id>', 'the series; not needed where there is only one', wholeNumber)
    .option('--length <bars>', 'bars of a window', wholeNumber, DEFAULT_WINDOW_LENGTH)
    .option('--stride <bars>', 'bars from one window to the next; the length without it', wholeNumber)
    .option('--from <time>', 'first bar, such as 2024-01-02 or 2024-01-02T10:00Z')
    .option('--to <time>', 'last bar')
    .addOption(new Option('--take <which>', 'every one, some at random, as many from each part of the day or from each fifth between calm and wild, or around the bars that a rule finds').choices(TAKES).default('every'))
    .option('--count <windows>', 'how many, where not every one is taken', wholeNumber)
    .option('--seed <number>', 'chooses the same ones again', wholeNumber, 0);

async function makeWindows({ call, options }: CommandContext<QueueMakeOptions>) {
  const { id, symbol } = await chooseSeries(call, options.series);
  const { length, stride = length } = options;
  const range = { from: readTime('--from', options.from), to: readTime('--to', options.to) };
  const outcome = await call('makeWindows', { seriesId: id, length, stride, ...range, take: readTake(options) });
  const text = `${symbol}: ${outcome.made} windows made, ${outcome.existing} were there already`;
  return { json: { series: id, length, stride, take: options.take, ...outcome }, text };
}

function readTake({ take, count, seed }: QueueMakeOptions): WindowTake {
  if (take === 'every') return { kind: 'every' };
  if (count === undefined) throw new ExpanseError('invalid-input', `--take ${take} chooses some of the windows.`, 'Say how many with --count.');
  return take === 'session' || take === 'volatility' ? { kind: 'stratified', by: take, count, seed } : { kind: take, count, seed };
}

function readTime(option: string, text: string | undefined): TimeMs | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return timeMs(time);
  throw new ExpanseError('invalid-input', `${option}: "${text}" is no time.`, 'Write it as 2024-01-02 or 2024-01-02T10:00Z.');
}
