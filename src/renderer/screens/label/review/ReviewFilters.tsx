import { formatTimeframe } from '../../../../shared/domain/timeframe.ts';
import { timeMs, type TimeMs } from '../../../../shared/domain/time.ts';
import { TRADING_SESSIONS, type SessionName } from '../../../../shared/domain/trading-session.ts';
import { DISAGREEMENT_TYPES } from '../../../../shared/domain/verdict.ts';
import type { FindingType } from '../../../../shared/review/type-window.ts';
import { useSeriesList } from '../../../rpc/queries.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { Field } from '../../../ui/Field.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { ALL_OPEN, useReviewSession, type ReviewChoice } from './review-session.ts';
import { SESSION_NAMES, TYPE_NAMES } from './review-words.ts';
import style from './Review.module.css';
import type { Review } from './use-review.ts';

const DAY = 86_400_000;

/** Which entries are listed. */
export function ReviewFilters({ review }: { readonly review: Review }) {
  const { choice, choose } = useReviewSession();
  const isNarrow = (['session', 'minConfidence', 'maxConfidence', 'from', 'to', 'tolerance'] as const).filter((name) => choice[name] !== ALL_OPEN[name]).length;
  return (
    <div className={style.filters}>
      <TypeSelect review={review} />
      <Select<ReviewChoice['decided']>
        label="Decided or not"
        value={choice.decided}
        options={[
          { value: 'undecided', label: 'To decide' },
          { value: 'unsure', label: 'Unsure' },
          { value: 'decided', label: 'Decided' },
          { value: 'all', label: 'Decided or not' },
        ]}
        onChange={(decided) => choose({ decided })}
        data-testid="review-decided"
      />
      <details className={style.more}>
        <summary data-testid="review-filters">More filters{isNarrow > 0 && ` (${isNarrow})`}</summary>
        <div className={style.moreFields}>
          <SeriesFilter />
          <Select<SessionName | null>
            label="Trading session"
            value={choice.session}
            options={[{ value: null, label: 'At any hour' }, ...TRADING_SESSIONS.map(({ name }) => ({ value: name, label: SESSION_NAMES[name] }))]}
            onChange={(session) => choose({ session })}
            data-testid="review-session"
          />
          <div className={style.pair}>
            <Confidence name="minConfidence" label="Surer than" />
            <Confidence name="maxConfidence" label="but not than" />
          </div>
          <div className={style.labelled}>
            Edges agree within … bars
            <NumberInput aria-label="Edges agree within so many bars" value={choice.tolerance} min={0} max={1000} whole onChange={(tolerance) => choose({ tolerance })} data-testid="review-tolerance" />
          </div>
          <Day name="from" label="From" />
          <Day name="to" label="To" />
        </div>
      </details>
    </div>
  );
}

function TypeSelect({ review: { sums } }: { readonly review: Review }) {
  const { choice, choose } = useReviewSession();
  const count = (value: number | undefined): string | undefined => (value === undefined ? undefined : formatCount(value));
  return (
    <Select<FindingType | null>
      label="Type"
      value={choice.type}
      options={[
        { value: null, label: 'All types', detail: count(sums?.run.disagreements) },
        ...DISAGREEMENT_TYPES.map((type) => ({ value: type, label: TYPE_NAMES[type], detail: count(sums?.run.types[type]) })),
        { value: 'agreed' as const, label: TYPE_NAMES.agreed, detail: count(sums?.run.agreed) },
      ]}
      onChange={(type) => choose({ type })}
      data-testid="review-type"
    />
  );
}

/** The same series as in the queue. */
function SeriesFilter() {
  const { seriesId, set } = useWorkspace();
  const { data: series = [] } = useSeriesList();
  if (series.length < 2) return null;
  const options = series.map(({ id, symbol, timeframeMs }) => ({ value: id, label: `${symbol} ${formatTimeframe(timeframeMs)}` }));
  return <Select label="Series" value={seriesId} options={[{ value: null, label: 'All series' }, ...options]} onChange={(chosen) => set({ seriesId: chosen })} />;
}

function Confidence({ name, label }: { readonly name: 'minConfidence' | 'maxConfidence'; readonly label: string }) {
  const { choice, choose } = useReviewSession();
  return (
    <label className={style.labelled}>
      {label}
      <NumberInput aria-label={`${label}, from 0 to 1`} value={choice[name]} min={0} max={1} onChange={(value) => choose({ [name]: value })} data-testid={`review-${name}`} />
    </label>
  );
}

/** A day in UTC, the whole of it. */
function Day({ name, label }: { readonly name: 'from' | 'to'; readonly label: string }) {
  const { choice, choose } = useReviewSession();
  const added = name === 'to' ? DAY - 1 : 0;
  const value = choice[name];
  const toTime = (text: string): TimeMs | null => (Number.isNaN(Date.parse(text)) ? null : timeMs(Date.parse(text) + added));
  return (
    <Field label={label}>
      {(id) => <TextInput id={id} type="date" value={value === null ? '' : new Date(value).toISOString().slice(0, 10)} onChange={(event) => choose({ [name]: toTime(event.target.value) })} data-testid={`review-${name}`} />}
    </Field>
  );
}
