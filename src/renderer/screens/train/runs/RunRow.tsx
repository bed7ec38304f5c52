import { Star } from 'lucide-react';
import { memo } from 'react';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { useLiveTraining } from '../../../state/live-training.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { classNames } from '../../../ui/class-names.ts';
import { formatCount, formatFigure } from '../../../ui/format/number.ts';
import { moveFocusByArrows } from '../../../ui/roving-focus.ts';
import { RunStateBadge } from '../RunStateBadge.tsx';
import { MarkBox } from './MarkBox.tsx';
import { contenderOfRun } from './mark-contender.ts';
import style from './RunList.module.css';

/** Where a row stands in the list. */
export interface RowPlace {
  readonly index: number;
  /** In pixels. */
  readonly top: number;
  readonly isShown: boolean;
  /** Tab stops at it. */
  readonly isTabStop: boolean;
}

export const RunRow = memo(function RunRow({ run, index, top, isShown, isTabStop }: RowPlace & { readonly run: RunSummary }) {
  const set = useWorkspace((workspace) => workspace.set);
  const epochsDone = useLiveTraining(({ live }) => (live?.runId === run.id ? live.epochsDone : run.epochsDone));
  const contender = contenderOfRun(run);
  return (
    <>
      <button
        type="button"
        className={classNames(style.row, run.experiment !== null && style.member)}
        style={{ top }}
        tabIndex={isTabStop ? 0 : -1}
        onKeyDown={moveFocusByArrows}
        aria-current={isShown}
        data-row={index}
        data-testid="run-row"
        data-run={run.id}
        data-state={run.state}
        onClick={() => set({ shownRunId: run.id, shownExperimentId: null })}
      >
        <span className={style.name}>
          {run.favourite && <Star size={12} className={style.star} aria-label="favourite" />}
          {run.experiment === null ? run.name : run.experiment.label}
        </span>
        <span className={style.state}>
          <RunStateBadge state={run.state} />
        </span>
        <span className={style.small}>
          {[...run.tags.map((tag) => `#${tag}`), run.config.preset, run.config.mode, `${formatCount(epochsDone)} of ${formatCount(run.config.epochs)} epochs`].join(' · ')}
        </span>
        <span className={style.figure} title="F1 per bar at 0.5 on the validation part">
          {run.judged === null ? '' : `F1 ${formatFigure(run.judged.f1At05)}`}
        </span>
      </button>
      {contender !== null && <MarkBox source={contender} name={run.name} top={top} />}
    </>
  );
});
