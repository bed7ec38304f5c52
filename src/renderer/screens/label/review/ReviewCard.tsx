import type { ActionId } from '../../../actions/action-definitions.ts';
import type { ReviewEntry } from '../../../../shared/review/review-entry.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { formatBarClock } from '../../../ui/format/time.ts';
import type { Scene } from '../scene/use-scene.ts';
import { DECISION_NAMES, describeTypes, explainDecisions, formatBars } from './review-words.ts';
import style from './Review.module.css';
import type { Review } from './use-review.ts';

interface ReviewCardProps {
  readonly review: Review;
  readonly scene: Scene;
}

/** The disagreement on the chart: what it is, and what can be said of it. */
export function ReviewCard({ review: { current, page }, scene }: ReviewCardProps) {
  if (current === null || page === undefined || scene.window?.id !== current.windowId) return null;
  const hasEdges = current.predictions.length > 0 && current.labels.length > 0;
  return (
    <section className={style.card} aria-label="The disagreement on the chart" data-area="disagreement" data-testid="review-card" data-entry={current.id}>
      <div className={style.cardHead}>
        <h3>{describeTypes(current.types)}</h3>
        <span className={style.small}>
          {formatCount(page.entries.indexOf(current) + 1)} of {formatCount(page.total)}
        </span>
      </div>
      <Facts entry={current} scene={scene} />
      {current.verdict !== null && (
        <div>
          <Badge tone={current.verdict.decision === 'rejected' || current.verdict.decision === 'unsure' ? 'plain' : 'good'}>{DECISION_NAMES[current.verdict.decision]}</Badge>{' '}
          <span className={style.small}>{current.verdict.author !== '' && `by ${current.verdict.author}`}</span>
        </div>
      )}
      {current.types[0] !== 'agreed' && (
        <div className={style.decide}>
          <Decide action="review.accept" isFirst>
            Accept
          </Decide>
          <Decide action="review.reject">Reject</Decide>
          <Decide action="review.fix" disabled={!hasEdges}>
            Fix edges
          </Decide>
          <Decide action="review.unsure">Unsure</Decide>
          {hasEdges && <ActionButton action="review.fix-start">Fix start</ActionButton>}
          {hasEdges && <ActionButton action="review.fix-end">Fix end</ActionButton>}
        </div>
      )}
      <p className={style.small}>{explainDecisions(current)}</p>
    </section>
  );
}

interface DecideProps {
  readonly action: ActionId;
  readonly isFirst?: boolean;
  readonly disabled?: boolean;
  readonly children: string;
}

function Decide({ action, isFirst = false, disabled = false, children }: DecideProps) {
  return (
    <ActionButton action={action} look={isFirst ? 'primary' : 'normal'} disabled={disabled}>
      {children} <ActionKeys action={action} />
    </ActionButton>
  );
}

function Facts({ entry: { predictions, labels, pair, confidence }, scene: { series } }: { readonly entry: ReviewEntry; readonly scene: Scene }) {
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const clock = (time: number): string => formatBarClock(time, zone, series.timeframeMs);
  const range = ({ startTime, endTime, start, end }: { readonly startTime: number; readonly endTime: number; readonly start: number; readonly end: number }): string =>
    `${clock(startTime)} – ${clock(endTime)}, ${formatBars(end - start + 1).replace('+', '')}`;
  return (
    <dl className={style.facts}>
      {predictions.map((prediction) => (
        <div key={prediction.start}>
          <dt data-kind="prediction">Predicted</dt>
          <dd>
            {range(prediction)} · {prediction.score.toFixed(2)}
          </dd>
        </div>
      ))}
      {labels.map((label) => (
        <div key={label.id}>
          <dt data-kind="label">Label</dt>
          <dd>{range(label)}</dd>
        </div>
      ))}
      {pair === null ? (
        <div>
          <dt>How sure</dt>
          <dd>{confidence.toFixed(2)}</dd>
        </div>
      ) : (
        <div>
          <dt>Edges</dt>
          <dd>
            {formatBars(pair.startError)}, {formatBars(pair.endError)} · IoU {pair.iou.toFixed(2)}
          </dd>
        </div>
      )}
    </dl>
  );
}
