import type { ContenderSource } from '../../../../shared/domain/comparison.ts';
import type { ExperimentSummary } from '../../../../shared/domain/experiment.ts';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { MOST_COMPARED, toggled } from '../../../state/compared.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { showNote } from '../../../ui/toast-manager.ts';
import type { RunEntry } from './run-entries.ts';

/** null: there is nothing to compare of it yet. */
export function contenderOfRun({ id, state, epochsDone }: RunSummary): ContenderSource | null {
  return state !== 'running' && epochsDone > 0 ? { kind: 'run', runId: id } : null;
}

/** null: none of its runs has come to its end, or it is a sweep, whose combinations are contenders each. */
export function contenderOfExperiment({ id, kind, done }: ExperimentSummary): ContenderSource | null {
  return kind !== 'sweep' && done > 0 ? { kind: 'experiment', experimentId: id, group: null } : null;
}

export function toggleMark(source: ContenderSource): void {
  const { compared, set } = useWorkspace.getState();
  const next = toggled(compared, source);
  if (next === null) showNote(`${MOST_COMPARED} are marked already`, 'More could not be told apart. Take another mark back first.', 'marks');
  else set({ compared: next });
}

/** As the key does it, with words where it cannot be done. */
export function toggleMarkOf(entry: RunEntry): void {
  const source = entry.kind === 'run' ? contenderOfRun(entry.run) : contenderOfExperiment(entry.experiment);
  if (source !== null) toggleMark(source);
  else if (entry.kind === 'experiment' && entry.experiment.kind === 'sweep') showNote('A sweep holds many contenders', 'Open it, and mark its combinations in the table.', 'marks');
  else showNote('Nothing to compare yet', 'Wait until it has trained to its end.', 'marks');
}
