import { Circle, CircleCheck, CircleSlash } from 'lucide-react';
import { memo } from 'react';
import type { WindowPage } from '../../../../shared/contract/windows.ts';
import type { WindowId } from '../../../../shared/domain/ids.ts';
import type { Series } from '../../../../shared/domain/series.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { focusKeyboardHome } from '../../../ui/keyboard-home.ts';
import { moveFocusByArrows } from '../../../ui/roving-focus.ts';
import { formatBarClock, formatDay } from '../../../ui/format/time.ts';
import style from './Queue.module.css';

const STATES = {
  pending: { icon: Circle, name: 'pending' },
  reviewed: { icon: CircleCheck, name: 'reviewed' },
  skipped: { icon: CircleSlash, name: 'skipped' },
} as const;

interface QueueRowProps {
  readonly window: WindowPage['windows'][number];
  readonly series: Series | undefined;
  readonly showSymbol: boolean;
  readonly number: number;
  readonly top: number;
  readonly height: number;
  readonly isCurrent: boolean;
  /** Tab stops at it; the other rows are reached by the arrows. */
  readonly isTabStop: boolean;
  readonly onOpen: (windowId: WindowId) => void;
}

export const QueueRow = memo(function QueueRow({ window, series, showSymbol, number, top, height, isCurrent, isTabStop, onOpen }: QueueRowProps) {
  const { icon: Icon, name } = STATES[window.state];
  const chosenZone = useViewOptions((view) => view.timeZone);
  const zone = chosenZone ?? series?.timeZone ?? 'UTC';
  const timeframe = series?.timeframeMs ?? 60_000;
  const parts = [`#${formatCount(number)}`, showSymbol && series?.symbol, window.split, window.skipReason].filter(Boolean);
  const isDaily = timeframe >= 86_400_000;
  return (
    <button
      type="button"
      className={style.row}
      style={{ height, transform: `translateY(${top}px)` }}
      tabIndex={isTabStop ? 0 : -1}
      data-row={number}
      onKeyDown={moveFocusByArrows}
      aria-current={isCurrent}
      data-testid="queue-row"
      data-window={window.id}
      data-state={window.state}
      onClick={() => {
        onOpen(window.id);
        focusKeyboardHome();
      }}
    >
      <Icon size={15} className={style[name]} aria-label={name} />
      <span>
        <div className={style.when}>
          {formatDay(window.startTime, zone)}
          {!isDaily && ` · ${formatBarClock(window.startTime, zone, timeframe)}`}
        </div>
        <div className={style.number}>{parts.join(' · ')}</div>
      </span>
      <span className={style.spans} title={formatQuantity(window.spans, 'span')}>
        {window.spans > 0 && window.spans}
      </span>
    </button>
  );
});
