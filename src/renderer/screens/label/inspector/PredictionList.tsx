import type { PredictedSpan } from '../../../../shared/domain/prediction.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { focusKeyboardHome } from '../../../ui/keyboard-home.ts';
import { formatFigure } from '../../../ui/format/number.ts';
import { formatBarClock, formatShortTime } from '../../../ui/format/time.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import style from './PredictionList.module.css';

/** More than fit a glance are not listed; they are on the chart. */
const LISTED = 30;
/** Shown around a span that is gone to. */
const CONTEXT_BARS = 60;

interface PredictionListProps {
  readonly scene: Scene;
  /** Which of two runs it is of: scores have its colour on the chart. */
  readonly rank: 'first' | 'second';
  readonly title: string;
  readonly spans: readonly PredictedSpan[];
}

export function PredictionList({ scene, rank, title, spans }: PredictionListProps) {
  const { series, window } = scene;
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const goneTo = useSession((session) => session.prediction);
  const format = window === null ? formatShortTime : formatBarClock;
  const goTo = (span: PredictedSpan) => {
    const { chart, set } = useSession.getState();
    set({ cursor: span.startTime, selectedId: null, prediction: rank === 'first' ? span : null, edge: rank === 'first' ? 'start' : null });
    if (window === null) void chart?.showRange(span.startTime, span.endTime, CONTEXT_BARS);
    focusKeyboardHome();
  };
  return (
    <section className={style.predictions} aria-label={title} data-rank={rank}>
      <h3 className={style.title}>{title}</h3>
      {spans.length === 0 && <p className={style.none}>None.</p>}
      <ul>
        {spans.slice(0, LISTED).map((span) => (
          <li key={span.startTime}>
            <button type="button" className={style.row} aria-current={rank === 'first' && span.startTime === goneTo?.startTime && span.endTime === goneTo.endTime} onClick={() => goTo(span)} data-testid="predicted-row">
              <span>
                {format(span.startTime, zone, series.timeframeMs)} – {formatBarClock(span.endTime, zone, series.timeframeMs)}
              </span>
              <span className={style.score}>{formatFigure(span.score)}</span>
            </button>
          </li>
        ))}
      </ul>
      {spans.length > LISTED && <p className={style.none}>and {spans.length - LISTED} more on the chart</p>}
    </section>
  );
}
