import type { Command } from 'commander';
import { runId } from '../../../shared/domain/ids.ts';
import { verdictsCsv } from '../../exporters/verdicts-csv.ts';
import { chooseSeries } from '../choose-series.ts';
import { commandGroup } from '../command-group.ts';
import { exportPieces, requireTarget, type ExportTarget } from '../export-pieces.ts';
import { readExportedVerdicts } from '../read-exported-verdicts.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface ExportVerdictsOptions extends ExportTarget {
  readonly run?: number;
  readonly series?: number;
}

export function register(program: Command): void {
  const command = commandGroup(program, 'export', 'write bars, spans, verdicts or predictions to a file or stdout')
    .command('verdicts')
    .description('what was decided of the disagreements between runs and labels, as CSV; export spans --format json has it beside the labels')
    .option('--run <id>', 'only of this run', wholeNumber)
    .option('--series <id>', 'only of this series', wholeNumber)
    .option('--output <file>', 'where to write; stdout without it');
  projectCommand<ExportVerdictsOptions>(command, exportVerdicts, 'refuse');
}

async function exportVerdicts({ call, options }: CommandContext<ExportVerdictsOptions>) {
  requireTarget(options);
  const chosen = options.series === undefined ? await call('listSeries', {}) : [await chooseSeries(call, options.series)];
  const verdicts = await readExportedVerdicts(call, chosen, options.run === undefined ? undefined : runId(options.run));
  return exportPieces(options, verdictsCsv(verdicts), { verdicts: verdicts.length });
}
