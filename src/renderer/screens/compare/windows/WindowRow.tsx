import { Check, X } from 'lucide-react';
import type { ComparedWindow, Contender } from '../../../../shared/domain/comparison.ts';
import { useSeriesList } from '../../../rpc/queries.ts';
import { formatQuantity } from '../../../ui/format/number.ts';
import { formatBarTime } from '../../../ui/format/time.ts';
import { moveFocusByArrows } from '../../../ui/roving-focus.ts';
import { openOnChart } from './open-on-chart.ts';
import style from './WindowTable.module.css';

interface WindowRowProps {
  readonly window: ComparedWindow;
  readonly contenders: readonly Contender[];
  readonly index: number;
  /** In pixels. */
  readonly top: number;
  readonly isTabStop: boolean;
  readonly columns: string;
}

export function WindowRow({ window, contenders, index, top, isTabStop, columns }: WindowRowProps) {
  const { data: seriesList = [] } = useSeriesList();
  const series = seriesList.find(({ id }) => id === window.seriesId);
  const time = formatBarTime(window.startTime, series?.timeZone ?? 'UTC', series?.timeframeMs ?? 1);
  return (
    <button
      type="button"
      className={style.row}
      style={{ top, gridTemplateColumns: columns }}
      tabIndex={isTabStop ? 0 : -1}
      onKeyDown={moveFocusByArrows}
      onClick={() => openOnChart(window, contenders)}
      data-row={index}
      data-window={window.windowId}
      data-testid="compared-window"
    >
      <span>
        {window.symbol} <span className={style.time}>{time}</span>
      </span>
      <span>{formatQuantity(window.spans.length, 'span')}</span>
      {window.right.map((isRight, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a contender has its place and nothing else here
        <span key={place} className={style.fate} data-right={isRight}>
          {isRight ? <Check size={13} aria-hidden /> : <X size={13} aria-hidden />}
          {isRight ? 'right' : 'wrong'}, {formatQuantity(window.decoded[place].length, 'span')}
        </span>
      ))}
    </button>
  );
}
