import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react';
import type { SpanId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { confidenceText } from '../../../labels/confidence.ts';
import { spanDirection } from '../../../labels/span-figures.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { formatMove, formatQuantity } from '../../../ui/format/number.ts';
import { formatBarClock, formatShortTime } from '../../../ui/format/time.ts';
import type { Scene } from '../scene/use-scene.ts';
import style from './Inspector.module.css';
import { useSpanFigures } from './use-span-figures.ts';

interface SpanRowProps {
  readonly span: Span;
  readonly scene: Scene;
  readonly top: number;
  readonly isSelected: boolean;
  readonly onSelect: (id: SpanId) => void;
}

const ARROWS = { up: ArrowUpRight, down: ArrowDownRight };

export function SpanRow({ span, scene, top, isSelected, onSelect }: SpanRowProps) {
  const { series, window, saving } = scene;
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const figures = useSpanFigures(span, scene);
  const direction = spanDirection(span, figures);
  const Arrow = direction === null ? Minus : ARROWS[direction];
  const end = formatBarClock(span.endTime, zone, series.timeframeMs);
  // On the free chart the day is needed as well, which leaves room for the end below only.
  const times = window === null ? formatShortTime(span.startTime, zone, series.timeframeMs) : `${formatBarClock(span.startTime, zone, series.timeframeMs)} – ${end}`;
  const small = [window === null && `to ${end}`, figures && formatQuantity(figures.bars, 'bar'), span.type, span.note, saving.has(span.id) && 'saving…'].filter(Boolean);
  return (
    <button
      type="button"
      className={style.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-current={isSelected}
      data-testid="span-row"
      data-span={span.id}
      data-start={span.startTime}
      data-end={span.endTime}
      data-confidence={span.confidence}
      data-saving={saving.has(span.id)}
      onClick={() => onSelect(span.id)}
    >
      <Arrow size={14} aria-label={direction ?? 'no direction'} />
      <span>
        <div className={style.times}>{times}</div>
        <div className={style.small}>{small.join(' · ')}</div>
      </span>
      <span className={style.move}>{figures !== undefined && formatMove(figures.move)}</span>
      <span className={style.confidence} aria-label={`confidence ${confidenceText(span.confidence)}`}>
        {confidenceText(span.confidence)}
      </span>
    </button>
  );
}
