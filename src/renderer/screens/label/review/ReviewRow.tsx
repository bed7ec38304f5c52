import { Check, CircleHelp, CircleX, PencilRuler, type LucideIcon } from 'lucide-react';
import type { Series } from '../../../../shared/domain/series.ts';
import type { Decision } from '../../../../shared/domain/verdict.ts';
import type { ReviewEntry } from '../../../../shared/review/review-entry.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { formatShortTime } from '../../../ui/format/time.ts';
import { focusKeyboardHome } from '../../../ui/keyboard-home.ts';
import { moveFocusByArrows } from '../../../ui/roving-focus.ts';
import { DECISION_NAMES, describeTypes } from './review-words.ts';
import style from './Review.module.css';

const ICONS: Readonly<Record<Decision, LucideIcon>> = { accepted: Check, fixed: PencilRuler, rejected: CircleX, unsure: CircleHelp };

interface ReviewRowProps {
  readonly entry: ReviewEntry;
  readonly series: Series | undefined;
  readonly showSymbol: boolean;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (index: number) => void;
}

export function ReviewRow({ entry, series, showSymbol, index, top, height, isCurrent, isTabStop, onOpen }: ReviewRowProps) {
  const zone = useViewOptions((view) => view.timeZone) ?? series?.timeZone ?? 'UTC';
  const { types, confidence, startTime, pair, verdict } = entry;
  const parts = [showSymbol && series?.symbol, formatShortTime(startTime, zone, series?.timeframeMs ?? 60_000), pair !== null && `IoU ${pair.iou.toFixed(2)}`].filter(Boolean);
  const Icon = verdict === null ? null : ICONS[verdict.decision];
  return (
    <button
      type="button"
      className={style.row}
      style={{ height, transform: `translateY(${top}px)` }}
      tabIndex={isTabStop ? 0 : -1}
      data-row={index}
      onKeyDown={moveFocusByArrows}
      aria-current={isCurrent}
      data-testid="review-row"
      data-entry={entry.id}
      data-types={types.join(' ')}
      data-decision={verdict?.decision}
      onClick={() => {
        onOpen(index);
        focusKeyboardHome();
      }}
    >
      <span>
        <span className={style.types}>{describeTypes(types)}</span>
        <span className={style.where}>{parts.join(' · ')}</span>
      </span>
      <span className={style.sure} title="How sure the run is">
        {confidence.toFixed(2)}
      </span>
      <span className={style.decision}>{Icon !== null && <Icon size={14} aria-label={DECISION_NAMES[verdict!.decision]} />}</span>
    </button>
  );
}
