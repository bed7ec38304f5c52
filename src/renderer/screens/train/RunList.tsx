import type { RunId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { useLiveTraining } from '../../state/live-training.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { formatCount, formatFigure } from '../../ui/format/number.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useRows } from '../../ui/use-rows.ts';
import { RunStateBadge } from './RunStateBadge.tsx';
import style from './RunList.module.css';

const ROW_HEIGHT = 57;

export function RunList({ runs, shownId }: { readonly runs: readonly RunSummary[]; readonly shownId: RunId | null }) {
  const { scroller, virtual } = useRows({ count: runs.length, height: ROW_HEIGHT });
  return (
    <Panel title={`Runs (${formatCount(runs.length)})`} flush data-testid="runs">
      {runs.length === 0 && <p className={style.empty}>Every training is kept here with its configuration and figures.</p>}
      <div ref={scroller} className={style.list}>
        <ul style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <li key={runs[item.index].id} style={{ position: 'absolute', top: item.start, width: '100%' }}>
              <RunRow run={runs[item.index]} isShown={runs[item.index].id === shownId} />
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function RunRow({ run, isShown }: { readonly run: RunSummary; readonly isShown: boolean }) {
  const set = useWorkspace((workspace) => workspace.set);
  const judged = run.evaluation?.bar.at05;
  const live = useLiveTraining((state) => state.live);
  const epochsDone = live?.runId === run.id ? live.epochsDone : run.epochsDone;
  return (
    <button
      type="button"
      className={style.row}
      aria-current={isShown}
      data-testid="run-row"
      data-run={run.id}
      data-state={run.state}
      onClick={() => set({ shownRunId: run.id })}
    >
      <span className={style.name}>{run.name}</span>
      <span className={style.state}>
        <RunStateBadge state={run.state} />
      </span>
      <span className={style.small}>
        {run.config.preset} · {run.config.mode} · {formatCount(epochsDone)} of {formatCount(run.config.epochs)} epochs
      </span>
      <span className={style.figure} title="F1 per bar at 0.5 on the validation part">
        {judged === undefined ? '' : `F1 ${formatFigure(judged.f1)}`}
      </span>
    </button>
  );
}
