import { memo, useMemo } from 'react';
import type { EpochRecord, RunSummary, RunWithEvaluation } from '../../../shared/domain/run.ts';
import { bestEpoch } from '../../../shared/engine/training/best-epoch.ts';
import { runWarnings } from '../../../shared/engine/training/warnings/run-warnings.ts';
import { useThrottled } from '../../ui/use-throttled.ts';
import { BackendNotes } from './BackendNotes.tsx';
import { ConfigTable } from './ConfigTable.tsx';
import { LearningCurves } from './LearningCurves.tsx';
import style from './RunDetail.module.css';
import { RunWarnings } from './RunWarnings.tsx';
import { TaskTable } from './TaskTable.tsx';
import { EpochPanel } from './watch/EpochPanel.tsx';
import { useShownEpoch } from './watch/use-shown-epoch.ts';

/** A dozen plots are not drawn as often as one histogram. */
const CURVES_RENEWED_EVERY_MS = 1000;

interface RunCourseProps {
  readonly run: RunSummary;
  readonly epochs: readonly EpochRecord[];
  /** null: not judged, or not known yet. */
  readonly evaluation: RunWithEvaluation['evaluation'];
  readonly backendNotes: readonly string[];
}

/** How a training goes or went, epoch by epoch. */
export const RunCourse = memo(function RunCourse({ run, epochs, evaluation, backendNotes }: RunCourseProps) {
  const { config } = run;
  const shown = useShownEpoch(epochs);
  const curveEpochs = useThrottled(epochs, run.state === 'running' ? CURVES_RENEWED_EVERY_MS : null);
  const warnings = useMemo(() => runWarnings({ ...run, evaluation }, epochs), [run, epochs, evaluation]);
  const best = useMemo(() => bestEpoch(epochs, config.tasks), [epochs, config]);
  return (
    <>
      <RunWarnings warnings={warnings} />
      <EpochPanel run={run} epochs={epochs} shown={shown} />
      <LearningCurves epochs={curveEpochs} mode={config.mode} bestEpoch={best} shownEpoch={shown.isFollowing ? null : (shown.record?.epoch ?? null)} />
      <BackendNotes notes={backendNotes} />
      <div className={style.tables}>
        {shown.record !== undefined && <TaskTable record={shown.record} />}
        <ConfigTable run={run} />
      </div>
    </>
  );
});
