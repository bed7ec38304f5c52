import { BrainCircuit } from 'lucide-react';
import { useExperiments, useRuns } from '../../rpc/queries.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RunDetail } from './RunDetail.tsx';
import { ExperimentDetail } from './experiment/ExperimentDetail.tsx';
import { RunList } from './runs/RunList.tsx';
import style from './TrainScreen.module.css';
import { TrainSetup } from './TrainSetup.tsx';

export function TrainScreen() {
  const { data: runs = [], isSuccess: areRunsLoaded } = useRuns();
  const { data: allExperiments = [] } = useExperiments();
  // Without their runs they would stand alone for a moment.
  const experiments = areRunsLoaded ? allExperiments : [];
  const { shownRunId, shownExperimentId } = useWorkspace();
  const experiment = experiments.find(({ id }) => id === shownExperimentId);
  const shown = runs.find((run) => run.id === shownRunId) ?? runs[0];
  return (
    <div className={style.screen}>
      <div className={style.left} data-area>
        <TrainSetup runningRun={runs.find((run) => run.state === 'running') ?? null} />
        <RunList runs={runs} experiments={experiments} shownRun={experiment === undefined ? (shown?.id ?? null) : null} shownExperiment={experiment?.id ?? null} />
      </div>
      <div className={style.right} data-area>
        {experiment !== undefined ? (
          <ExperimentDetail key={experiment.id} summary={experiment} />
        ) : shown === undefined ? (
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
