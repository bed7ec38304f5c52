import { ChevronDown, ChevronRight, Star } from 'lucide-react';
import { memo, type KeyboardEvent } from 'react';
import type { ExperimentSummary } from '../../../../shared/domain/experiment.ts';
import type { ExperimentId } from '../../../../shared/domain/ids.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { classNames } from '../../../ui/class-names.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { moveFocusByArrows } from '../../../ui/roving-focus.ts';
import { kindText } from '../experiment/kind-text.ts';
import { RunStateBadge } from '../RunStateBadge.tsx';
import { MarkBox } from './MarkBox.tsx';
import { contenderOfExperiment } from './mark-contender.ts';
import style from './RunList.module.css';
import type { RowPlace } from './RunRow.tsx';

interface ExperimentRowProps extends RowPlace {
  readonly experiment: ExperimentSummary;
  readonly isOpen: boolean;
  readonly onOpen: (id: ExperimentId, isOpen: boolean) => void;
}

/** A click shows the experiment and its runs, another one folds them; the arrows right and left do so, too. */
export const ExperimentRow = memo(function ExperimentRow({ experiment, isOpen, onOpen, index, top, isShown, isTabStop }: ExperimentRowProps) {
  const set = useWorkspace((workspace) => workspace.set);
  const { id } = experiment;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowRight') onOpen(id, true);
    if (event.key === 'ArrowLeft') onOpen(id, false);
    moveFocusByArrows(event);
  };
  const contender = contenderOfExperiment(experiment);
  return (
    <>
      <button
        type="button"
        className={classNames(style.row, style.experiment)}
        style={{ top }}
        tabIndex={isTabStop ? 0 : -1}
        onKeyDown={onKeyDown}
        aria-current={isShown}
        aria-expanded={isOpen}
        data-row={index}
        data-testid="experiment-row"
        data-experiment={id}
        data-state={experiment.state}
        onClick={() => {
          onOpen(id, !isShown || !isOpen);
          set({ shownExperimentId: id });
        }}
      >
        <span className={style.name}>
          <Chevron size={14} className={style.chevron} aria-hidden />
          {experiment.favourite && <Star size={12} className={style.star} aria-label="favourite" />}
          {experiment.name}
        </span>
        <span className={style.state}>
          <RunStateBadge state={experiment.state} />
        </span>
        <span className={style.small}>{[...experiment.tags.map((tag) => `#${tag}`), kindText(experiment)].join(' · ')}</span>
        <span className={style.figure}>
          {formatCount(experiment.done)} of {formatCount(experiment.members)}
        </span>
      </button>
      {contender !== null && <MarkBox source={contender} name={experiment.name} top={top} />}
    </>
  );
});
