import { CircleCheckBig, ListFilter, Scale } from 'lucide-react';
import { useEffect } from 'react';
import { useSeriesList } from '../../../rpc/queries.ts';
import { goTo as goToScreen } from '../../../state/workspace.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatQuantity } from '../../../ui/format/number.ts';
import { useRows } from '../../../ui/use-rows.ts';
import { ReviewFilters } from './ReviewFilters.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewRow } from './ReviewRow.tsx';
import { ALL_OPEN, useReviewSession } from './review-session.ts';
import style from './Review.module.css';
import type { Review } from './use-review.ts';

const ROW_HEIGHT = 44;

/** Where the run on the chart and the labels disagree, the surest first. */
export function ReviewPanel({ review }: { readonly review: Review }) {
  if (review.run === null) return <NoRun />;
  return (
    <>
      <ReviewHead review={review} />
      <ReviewFilters review={review} />
      <ReviewList review={review} />
      <div className={style.foot}>
        <ActionButton action="review.bulk">Accept many…</ActionButton>
        <ActionButton action="review.summary">Summary</ActionButton>
      </div>
    </>
  );
}

function NoRun() {
  const actions = (
    <Button look="primary" onClick={() => goToScreen('train')}>
      Train a run
    </Button>
  );
  return (
    <EmptyState icon={Scale} title="No run to review" actions={actions}>
      A review holds the predictions of a trained run against your labels. Complete some windows and train one.
    </EmptyState>
  );
}

function ReviewList({ review }: { readonly review: Review }) {
  const { page, current, goTo } = review;
  const { data: series = [] } = useSeriesList();
  const entries = page?.entries ?? [];
  const { scroller, drawn, totalHeight, scrollToRow } = useRows({ count: entries.length, height: ROW_HEIGHT });
  const index = current === null ? -1 : entries.indexOf(current);
  useEffect(() => {
    if (index >= 0) scrollToRow(index);
  }, [index, scrollToRow]);
  const tabStop = drawn.some((item) => item.index === index) ? index : drawn[0]?.index;
  return (
    <div ref={scroller} className={style.scroller} data-testid="review-list" data-area="review" data-entries={page?.total}>
      {page !== undefined && entries.length === 0 && <NothingListed review={review} />}
      <div className={style.list} style={{ height: totalHeight }}>
        {drawn.map((item) => {
          const entry = entries[item.index];
          return (
            <ReviewRow
              key={entry.id}
              entry={entry}
              series={series.find(({ id }) => id === entry.seriesId)}
              showSymbol={series.length > 1}
              index={item.index}
              top={item.start}
              height={item.size}
              isCurrent={item.index === index}
              isTabStop={item.index === tabStop}
              onOpen={goTo}
            />
          );
        })}
      </div>
      {page !== undefined && page.total > entries.length && <p className={style.remark}>and {formatQuantity(page.total - entries.length, 'more entry', 'more entries')}: decide these, or filter them.</p>}
    </div>
  );
}

/** Says why the list is empty, and what to do next. */
function NothingListed({ review: { sums } }: { readonly review: Review }) {
  const { choice, choose } = useReviewSession();
  if (sums === undefined) return null;
  const { windows, disagreements, undecided, unsure } = sums.run;
  if (windows === 0) return <p className={style.empty}>No reviewed window was predicted by this run. Complete some windows in the queue and train on them; a run is held against the windows that it knew.</p>;
  if (disagreements === 0) return <p className={style.empty}>The run and the labels agree everywhere. Choose another run, a higher threshold, or label further windows.</p>;
  if (undecided === 0 && choice.decided === 'undecided') {
    return (
      <div className={style.done} data-testid="review-done">
        <CircleCheckBig size={22} aria-hidden />
        <p>All is decided. Train once more on what you decided{unsure > 0 ? ', or look at what you were unsure of' : ''}.</p>
        <ActionButton action="train.again" look="primary">
          Train once more
        </ActionButton>
        {unsure > 0 && <Button onClick={() => choose({ decided: 'unsure' })}>{formatQuantity(unsure, 'unsure one', 'unsure ones')}</Button>}
      </div>
    );
  }
  return (
    <div className={style.done}>
      <ListFilter size={22} aria-hidden />
      <p>No disagreement passes the filters.</p>
      <Button onClick={() => choose(ALL_OPEN)}>Show all that is undecided</Button>
    </div>
  );
}
