import type { Command } from 'commander';
import { newJobId } from '../../../shared/domain/ids.ts';
import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import { commandGroup } from '../command-group.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';

export function register(program: Command): void {
  const command = commandGroup(program, 'import', 'bring bars or labelled windows into the project')
    .command('dataset')
    .description('import windows that were labelled elsewhere, with their bars, spans and split')
    .argument('<file>', 'a dataset as JSON, plain, gzip or zip');
  projectCommand(command, importDataset);
}

async function importDataset({ core, call, args }: CommandContext<object>) {
  const report = await call('importDataset', { file: core.grantFile(args[0]), jobId: newJobId() });
  const { name, windows, spans, alreadyPresent, seconds } = report;
  const series = report.series.map(({ id, symbol, timeframeMs, barCount }) => ({ id, symbol, timeframe: formatTimeframe(timeframeMs), bars: barCount }));
  const added = `${name}: ${windows} windows and ${spans} spans added in ${seconds.toFixed(1)} s`;
  const text = alreadyPresent === 0 ? added : `${added}; ${alreadyPresent} windows and spans were there already`;
  return { json: { name, series, windows, spans, alreadyPresent, seconds }, text };
}
