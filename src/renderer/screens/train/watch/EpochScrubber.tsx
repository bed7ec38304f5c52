import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react';
import { useActions } from '../../../actions/actions-context.tsx';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import style from './EpochPanel.module.css';
import type { ShownEpoch } from './use-shown-epoch.ts';

interface EpochScrubberProps {
  readonly shown: ShownEpoch;
  /** Epochs that are done. */
  readonly count: number;
  readonly isRunning: boolean;
}

/** Goes back through the epochs, and forward to the newest, which it then follows. */
export function EpochScrubber({ shown, count, isRunning }: EpochScrubberProps) {
  const { index, isFollowing, record, show } = shown;
  useActions({
    'train.epoch-back': () => show(index - 1),
    'train.epoch-forward': () => show(index + 1),
    'train.epoch-first': () => show(0),
    'train.epoch-latest': () => show(count - 1),
  });
  return (
    <div className={style.scrubber} data-testid="scrubber" data-epoch={record?.epoch} data-following={isFollowing}>
      <span className={style.epoch}>
        Epoch {record?.epoch}
        {isFollowing && isRunning && ', as it learns'}
      </span>
      <ActionButton action="train.epoch-first" look="quiet" size="icon" disabled={index <= 0}>
        <ChevronsLeft size={15} aria-hidden />
      </ActionButton>
      <ActionButton action="train.epoch-back" look="quiet" size="icon" disabled={index <= 0}>
        <ChevronLeft size={15} aria-hidden />
      </ActionButton>
      <div className={style.slider}>
        <Slider label="Epoch that is shown" value={index} min={0} max={Math.max(1, count - 1)} step={1} disabled={count < 2} onChange={show} data-testid="epoch-slider" />
      </div>
      <ActionButton action="train.epoch-forward" look="quiet" size="icon" disabled={isFollowing}>
        <ChevronRight size={15} aria-hidden />
      </ActionButton>
      <ActionButton action="train.epoch-latest" look="quiet" size="icon" disabled={isFollowing}>
        <ChevronsRight size={15} aria-hidden />
      </ActionButton>
    </div>
  );
}
