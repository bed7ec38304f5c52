import type { ExperimentMember } from '../../../../shared/domain/experiment.ts';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { useRuns } from '../../../rpc/queries.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { formatCount, formatFigure } from '../../../ui/format/number.ts';
import { RunStateBadge } from '../RunStateBadge.tsx';
import style from './Experiment.module.css';

/** The runs in the order in which they train; a click opens one. */
export function MemberTable({ members }: { readonly members: readonly ExperimentMember[] }) {
  const { data: runs = [] } = useRuns();
  const byId = new Map(runs.map((run) => [run.id, run]));
  return (
    <table className={style.table} data-testid="experiment-members">
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">State</th>
          <th scope="col">Epochs</th>
          <th scope="col">Windows that judge</th>
          <th scope="col">F1 at 0.5</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ label, runId }) => (
          <MemberRow key={label} label={label} run={runId === null ? undefined : byId.get(runId)} />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow({ label, run }: { readonly label: string; readonly run: RunSummary | undefined }) {
  const set = useWorkspace((workspace) => workspace.set);
  if (run === undefined) {
    return (
      <tr>
        <th scope="row">{label}</th>
        <td>
          <Badge>waiting</Badge>
        </td>
        <td>–</td>
        <td>–</td>
        <td>–</td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        <button type="button" className={style.link} onClick={() => set({ shownRunId: run.id, shownExperimentId: null })} data-testid="open-member">
          {label}
        </button>
      </th>
      <td>
        <RunStateBadge state={run.state} />
      </td>
      <td>{formatCount(run.epochsDone)}</td>
      <td>{formatCount(run.windows.val)}</td>
      <td>{run.judged === null ? '–' : formatFigure(run.judged.f1At05)}</td>
    </tr>
  );
}
