import type { RunId } from '../../shared/domain/ids.ts';
import type { Series } from '../../shared/domain/series.ts';
import { toExportedVerdict, type ExportedVerdict } from '../exporters/exported-verdict.ts';
import { readWindowsOf } from './read-windows-of.ts';
import type { CommandContext } from './run-command.ts';

/** Verdicts of these series, newest first in each. */
export async function readExportedVerdicts(call: CommandContext<object>['call'], chosen: readonly Series[], runId?: RunId): Promise<readonly ExportedVerdict[]> {
  const names = new Map((await call('listRuns', {})).map(({ id, name }) => [id, name]));
  const exported: ExportedVerdict[] = [];
  for (const series of chosen) {
    const verdicts = await call('listVerdicts', { seriesId: series.id, runId });
    if (verdicts.length === 0) continue;
    const windows = await readWindowsOf(call, series);
    exported.push(...verdicts.map((verdict) => toExportedVerdict(verdict, series, windows.get(verdict.windowId)!, names.get(verdict.runId) ?? null)));
  }
  return exported;
}
