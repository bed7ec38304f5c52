import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkOrder, BulkPreview, BulkSpan } from '../../../../shared/contract/review.ts';
import { newEditId } from '../../../../shared/domain/ids.ts';
import { useOutbox } from '../../../labels/labels-context.tsx';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { useDialogs } from '../../../state/dialogs.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { formatBarClock, formatBarTime } from '../../../ui/format/time.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { showNote } from '../../../ui/toast-manager.ts';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { useWrongFields } from '../../../ui/use-wrong-fields.ts';
import style from './Review.module.css';
import type { Review } from './use-review.ts';

const USUAL_SCORE = 0.9;
/** Labels that are told one by one. */
const TOLD = 60;
/** Times are told to the minute, whatever the timeframe of the series. */
const MINUTE = 60_000;

/** Accepts all undecided predictions above a score, of those that the filters let through, and says first what that does. */
export function BulkDialog({ review }: { readonly review: Review }) {
  const { open, close } = useDialogs();
  const isOpen = open === 'review-bulk' && review.scope !== null;
  return isOpen ? <OpenBulkDialog scope={review.scope!} filter={review.filter} onClose={close} /> : null;
}

function OpenBulkDialog({ scope, filter, onClose }: Pick<BulkOrder, 'scope' | 'filter'> & { readonly onClose: () => void }) {
  const core = useCore();
  const outbox = useOutbox();
  const [minScore, setMinScore] = useState(USUAL_SCORE);
  const { isAnyWrong, onWrong } = useWrongFields();
  const order: BulkOrder = { scope, filter, minScore: useDebounced(minScore, 150) };
  const preview = useQuery({
    queryKey: queryKeys.reviewBulk(order),
    // What was edited last is stored first.
    queryFn: async () => {
      await Promise.all(outbox.pending().map(({ editId }) => outbox.settled(editId)));
      return core.call('previewAcceptAbove', order);
    },
    placeholderData: keepPreviousData,
  });
  const accepting = useMutation({
    mutationFn: (token: string) => core.call('acceptAbove', { ...order, editId: newEditId(), token }),
    onSuccess: ({ verdicts }) => {
      showNote(`${formatQuantity(verdicts, 'prediction')} accepted`, 'One undo takes all of them back.');
      onClose();
    },
    onError: () => void preview.refetch(),
  });
  const plan = preview.data;
  const isReady = plan !== undefined && plan.entries > 0 && !isAnyWrong && !preview.isPlaceholderData && order.minScore === minScore && !accepting.isPending;
  const accept = () => isReady && accepting.mutate(plan.token);
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" type="submit" form="review-bulk" disabled={!isReady} data-testid="bulk-accept">
        Accept {plan === undefined ? '' : formatCount(plan.entries)}
      </Button>
    </>
  );
  return (
    <Dialog title="Accept all above a score" open onClose={onClose} footer={footer} data-testid="bulk-dialog">
      <form
        id="review-bulk"
        className={style.bulk}
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <NumberField label="Score from which on predictions are accepted" hint="Of those that the filters let through and that are not decided yet." value={minScore} onChange={setMinScore} onWrong={onWrong} min={0} max={1} data-testid="bulk-score" />
        {plan !== undefined && <Plan plan={plan} />}
      </form>
    </Dialog>
  );
}

function Plan({ plan }: { readonly plan: BulkPreview }) {
  if (plan.entries === 0) return <p data-testid="bulk-plan">No undecided prediction has so high a score. Choose a lower one.</p>;
  return (
    <>
      <p data-testid="bulk-plan">
        {formatQuantity(plan.entries, 'prediction')} would be accepted: {formatQuantity(plan.made, 'label')} made, {formatCount(plan.changed)} changed, {formatCount(plan.removed)} removed. It is one step to undo.
        {plan.leftOut > 0 && ` ${formatQuantity(plan.leftOut, 'prediction')} would wait, because a surer one changes the same label.`}
      </p>
      <ul className={style.plan}>
        {plan.spans.slice(0, TOLD).map((span, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- an entry may change several labels, which have nothing else to be told by
          <PlannedSpan key={`${span.entryId} ${n}`} span={span} />
        ))}
      </ul>
      {plan.spans.length > TOLD && <p className={style.small}>and {formatCount(plan.spans.length - TOLD)} more</p>}
    </>
  );
}

function PlannedSpan({ span: { before, after } }: { readonly span: BulkSpan }) {
  const zone = useViewOptions((view) => view.timeZone) ?? 'UTC';
  const [day, from, to] = [(time: number) => formatBarTime(time, zone, MINUTE).slice(0, 10), before ?? after!, after ?? before!];
  const told = ({ startTime, endTime }: { readonly startTime: number; readonly endTime: number }): string => `${formatBarClock(startTime, zone, MINUTE)} – ${formatBarClock(endTime, zone, MINUTE)}`;
  const what = before === null ? 'made' : after === null ? 'removed' : 'changed';
  return (
    <li data-what={what}>
      <span className={style.what}>{what}</span>
      <span>
        {day(from.startTime)} {told(from)}
        {before !== null && after !== null && `, then ${told(to)}`}
      </span>
      <span className={style.sure}>{after?.score?.toFixed(2)}</span>
    </li>
  );
}
