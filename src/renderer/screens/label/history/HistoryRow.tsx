import { Circle, CircleDashed, CircleDot, Import } from 'lucide-react';
import type { HistoryItem } from '../../../../shared/contract/labels.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { formatQuantity } from '../../../ui/format/number.ts';
import { formatShortTime } from '../../../ui/format/time.ts';
import { moveFocusByArrows } from '../../../ui/roving-focus.ts';
import style from './History.module.css';

interface HistoryRowProps {
  /** null: the moment before the first step. */
  readonly item: HistoryItem | null;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  /** The newest step in force: the labels of now. */
  readonly isNow: boolean;
  /** Its labels are looked at. */
  readonly isShown: boolean;
  readonly isTabStop: boolean;
  readonly onShow: () => void;
  readonly onFocus: () => void;
}

/** What was done, by whom, when, and whether it is still so. */
export function HistoryRow({ item, row, top, height, isNow, isShown, isTabStop, onShow, onFocus }: HistoryRowProps) {
  const isUndone = item !== null && item.undone !== null;
  return (
    <button
      type="button"
      className={style.row}
      style={{ height, transform: `translateY(${top}px)` }}
      tabIndex={isTabStop ? 0 : -1}
      data-row={row}
      data-sequence={item?.sequence ?? 0}
      data-undone={isUndone}
      data-now={isNow}
      aria-pressed={isShown}
      data-testid="history-row"
      title={item?.description}
      onKeyDown={moveFocusByArrows}
      onClick={onShow}
      onFocus={onFocus}
    >
      <StepIcon item={item} isNow={isNow} />
      <span className={style.words}>
        <span className={style.what}>{item?.description ?? 'Before the first step'}</span>
        <span className={style.who}>
          {isNow && <Badge tone="accent">now</Badge>} {item !== null && whoAndWhen(item)}
        </span>
      </span>
    </button>
  );
}

function StepIcon({ item, isNow }: Pick<HistoryRowProps, 'item' | 'isNow'>) {
  const Icon = isNow ? CircleDot : item?.undone != null ? CircleDashed : item?.action === 'import' ? Import : Circle;
  return <Icon size={13} className={isNow ? style.nowIcon : style.icon} aria-hidden />;
}

function whoAndWhen({ at, author, labels, undone }: HistoryItem): string {
  return [undone !== null && undoing(undone, at, author), author, clock(at), labels > 1 && formatQuantity(labels, 'label')].filter(Boolean).join(' · ');
}

/** Of an undo on the same day by the same person the time alone. */
function undoing(undone: NonNullable<HistoryItem['undone']>, at: number, author: string): string {
  const [made, taken] = [clock(at), clock(undone.at)];
  const when = made.slice(0, -5) === taken.slice(0, -5) ? taken.slice(-5) : taken;
  return `undone ${when}${undone.author === author ? '' : ` by ${undone.author}`}`;
}

/** When a person did something is told in the person's own time, wherever the bars come from. */
export const clock = (time: number): string => formatShortTime(time, Intl.DateTimeFormat().resolvedOptions().timeZone, 60_000);
