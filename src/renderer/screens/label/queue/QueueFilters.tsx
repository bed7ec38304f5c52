import { useQuery } from '@tanstack/react-query';
import { timeMs, type TimeMs } from '../../../../shared/domain/time.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import type { QueueChoice, QueueOrderName } from '../../../state/queue-choice.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { Field } from '../../../ui/Field.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import style from './Queue.module.css';
import { useOrderingRun } from './use-queue-view.ts';

const DAY = 86_400_000;

/** In which order windows come, and which of them. */
export function QueueFilters() {
  const [choice, choose] = useQueueChoice();
  const narrow = [choice.labelled, choice.from, choice.to].filter((value) => value !== null).length;
  return (
    <>
      <OrderSelect />
      {choice.state === 'skipped' && <ReasonSelect />}
      <details className={style.more}>
        <summary data-testid="queue-filters">More filters{narrow > 0 && ` (${narrow})`}</summary>
        <div className={style.moreFields}>
          <Select<'with' | 'without' | null>
            label="With or without labels"
            value={choice.labelled === null ? null : choice.labelled ? 'with' : 'without'}
            options={[
              { value: null, label: 'With labels or without' },
              { value: 'with', label: 'With labels' },
              { value: 'without', label: 'Without labels' },
            ]}
            onChange={(which) => choose({ labelled: which === null ? null : which === 'with' })}
            data-testid="queue-labelled"
          />
          <Day name="from" label="From the day (UTC)" />
          <Day name="to" label="To the day (UTC)" />
          {choice.order === 'random' && (
            <div className={style.labelled}>
              Seed of the order by chance
              <NumberInput aria-label="Seed of the order by chance" value={choice.seed} min={0} max={2 ** 31 - 1} whole onChange={(seed) => choose({ seed })} data-testid="queue-seed" />
            </div>
          )}
        </div>
      </details>
    </>
  );
}

function useQueueChoice(): readonly [QueueChoice, (change: Partial<QueueChoice>) => void] {
  const { queue, set } = useWorkspace();
  return [queue, (change) => set({ queue: { ...queue, ...change } })];
}

function OrderSelect() {
  const [{ order }, choose] = useQueueChoice();
  const hasRun = useOrderingRun() !== null;
  const ofRun = (note: string) => ({ isDisabled: !hasRun, note: hasRun ? note : 'Choose a run above the bars first.' });
  return (
    <Select<QueueOrderName>
      label="Order"
      value={order !== 'random' && !hasRun ? 'time' : order}
      options={[
        { value: 'time', label: 'In time', note: 'Series by series.' },
        { value: 'random', label: 'By chance', note: 'The same order for the same seed.' },
        { value: 'uncertain', label: 'Least sure first', ...ofRun('Where the run over the bars is least sure.') },
        { value: 'disagreeing', label: 'Most at odds first', ...ofRun('Where the run over the bars and the labels lie furthest apart.') },
      ]}
      onChange={(chosen) => choose({ order: chosen })}
      data-testid="queue-order"
    />
  );
}

function ReasonSelect() {
  const core = useCore();
  const [{ skipReason }, choose] = useQueueChoice();
  const seriesId = useWorkspace((workspace) => workspace.seriesId) ?? undefined;
  const { data = [] } = useQuery({ queryKey: queryKeys.skipReasons(seriesId), queryFn: () => core.call('listSkipReasons', { seriesId }) });
  // One that was chosen stays to be seen, also when its last window is pending again.
  const known = skipReason === null || data.some(({ reason }) => reason === skipReason) ? data : [...data, { reason: skipReason, windows: 0 }];
  const options = known.map(({ reason, windows }) => ({ value: reason, label: reason === '' ? 'No reason given' : reason, detail: formatCount(windows) }));
  return <Select<string | null> label="Reason" value={skipReason} options={[{ value: null, label: 'For any reason' }, ...options]} onChange={(reason) => choose({ skipReason: reason })} data-testid="queue-reason" />;
}

/** The whole of a day. */
function Day({ name, label }: { readonly name: 'from' | 'to'; readonly label: string }) {
  const [choice, choose] = useQueueChoice();
  const added = name === 'to' ? DAY - 1 : 0;
  const value = choice[name];
  const toTime = (text: string): TimeMs | null => (Number.isNaN(Date.parse(text)) ? null : timeMs(Date.parse(text) + added));
  return (
    <Field label={label}>
      {(id) => <TextInput id={id} type="date" value={value === null ? '' : new Date(value).toISOString().slice(0, 10)} onChange={(event) => choose({ [name]: toTime(event.target.value) })} data-testid={`queue-${name}`} />}
    </Field>
  );
}
