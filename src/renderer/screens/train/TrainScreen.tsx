import { BrainCircuit } from 'lucide-react';
import { useRuns } from '../../rpc/queries.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RunDetail } from './RunDetail.tsx';
import { RunList } from './RunList.tsx';
import style from './TrainScreen.module.css';
import { TrainSetup } from './TrainSetup.tsx';

export function TrainScreen() {
  const { data: runs = [] } = useRuns();
  const shownRunId = useWorkspace((workspace) => workspace.shownRunId);
  const shown = runs.find((run) => run.id === shownRunId) ?? runs[0];
  return (
    <div className={style.screen}>
      <div className={style.left} data-area>
        <TrainSetup runningRun={runs.find((run) => run.state === 'running') ?? null} />
        <RunList runs={runs} shownId={shown?.id ?? null} />
      </div>
      <div className={style.right} data-area>
        {shown === undefined ? (
          <EmptyState icon={BrainCircuit} title="Nothing trained yet">
            Review some windows on the Label screen, then press Start training. You will see it learn here, epoch by epoch.
          </EmptyState>
        ) : (
          <RunDetail key={shown.id} summary={shown} />
        )}
      </div>
    </div>
  );
}
