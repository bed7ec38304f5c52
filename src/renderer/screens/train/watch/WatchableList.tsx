import { Square, SquareCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { WatchableWindow } from '../../../../shared/contract/training.ts';
import { MOST_WATCHED } from '../../../../shared/domain/epoch-view.ts';
import { formatQuantity } from '../../../ui/format/number.ts';
import { moveFocusByArrows } from '../../../ui/roving-focus.ts';
import { useRows } from '../../../ui/use-rows.ts';
import style from './ChooseWatchedDialog.module.css';
import { useWindowTime } from './use-window-time.ts';

const ROW_HEIGHT = 32;

interface WatchableListProps {
  readonly windows: readonly WatchableWindow[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

/** Tab reaches one row, the arrows the others; Space puts a window in or out. */
export function WatchableList({ windows, chosen, onChange }: WatchableListProps) {
  const { scroller, drawn, totalHeight } = useRows({ count: windows.length, height: ROW_HEIGHT });
  const timeOf = useWindowTime();
  const toggle = (place: number) => {
    if (chosen.includes(place)) onChange(chosen.filter((other) => other !== place));
    else if (chosen.length < MOST_WATCHED) onChange([...chosen, place]);
  };
  const isDrawn = drawn.length > 0;
  useEffect(() => {
    // The rows may come after the dialog, which has given the focus to its close button by then.
    if (isDrawn) scroller.current?.querySelector<HTMLElement>('[data-row="0"]')?.focus();
  }, [isDrawn, scroller]);
  return (
    <div ref={scroller} className={style.list}>
      <div style={{ position: 'relative', height: totalHeight }}>
        {drawn.map(({ index, start }) => {
          const { place, spans, confidence, ...window } = windows[index];
          const isChosen = chosen.includes(place);
          const Icon = isChosen ? SquareCheck : Square;
          return (
            <button
              key={place}
              type="button"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input inside a label would not take part in the arrows' way through the rows
              role="checkbox"
              aria-checked={isChosen}
              aria-disabled={!isChosen && chosen.length >= MOST_WATCHED}
              className={style.row}
              style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              tabIndex={index === drawn[0].index ? 0 : -1}
              data-first={index === 0 ? '' : undefined}
              data-row={index}
              data-testid="watchable"
              onKeyDown={moveFocusByArrows}
              onClick={() => toggle(place)}
            >
              <Icon size={15} aria-hidden />
              <span>{timeOf(window)}</span>
              <span className={style.labels}>{confidence === null ? 'no span' : `${formatQuantity(spans, 'span')}, confidence ${confidence.toFixed(1)}`}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
