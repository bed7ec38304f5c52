import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SeriesId, WindowId } from '../../../../shared/domain/ids.ts';
import type { Series } from '../../../../shared/domain/series.ts';
import { formatTimeframe } from '../../../../shared/domain/timeframe.ts';
import { DEFAULT_WINDOW_LENGTH } from '../../../../shared/domain/window.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { useSeriesList } from '../../../rpc/queries.ts';
import { useDialogs } from '../../../state/dialogs.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { formatQuantity } from '../../../ui/format/number.ts';
import { readTime } from '../../../ui/format/read-time.ts';
import { formatDay } from '../../../ui/format/time.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { showNote } from '../../../ui/toast-manager.ts';
import { useWrongFields } from '../../../ui/use-wrong-fields.ts';
import style from './MakeWindowsDialog.module.css';
import { countWindows } from './count-windows.ts';
import { TAKE_OPTIONS, takeCaution, takeOf, type TakeName } from './take-options.ts';

const USUAL_COUNT = 200;
const DAY_MS = 86_400_000;

/** What the queue is to hold, as it was chosen last. */
interface Wish {
  readonly length: number;
  readonly stride: number;
  readonly take: TakeName;
  readonly count: number;
  readonly seed: number;
  /** As written; empty: from the first bar, to the last. */
  readonly from: string;
  readonly to: string;
}

const USUAL: Wish = { length: DEFAULT_WINDOW_LENGTH, stride: DEFAULT_WINDOW_LENGTH, take: 'every', count: USUAL_COUNT, seed: 1, from: '', to: '' };

export function MakeWindowsDialog({ onMade }: { readonly onMade: (first: WindowId) => void }) {
  const core = useCore();
  const { open, close } = useDialogs();
  const { data: series = [] } = useSeriesList();
  const inView = useWorkspace((workspace) => workspace.seriesId);
  const [chosen, setChosen] = useState<SeriesId | null>(null);
  const [wish, setWish] = useState(USUAL);
  const change = (part: Partial<Wish>) => setWish((old) => ({ ...old, ...part }));
  const { isAnyWrong, onWrong } = useWrongFields();
  const current = series.find((each) => each.id === (chosen ?? inView)) ?? series[0];
  const making = useMutation({
    mutationFn: () => core.call('makeWindows', { seriesId: current.id, length: wish.length, stride: wish.stride, take: takeOf(wish.take, wish.count, wish.seed), ...rangeOf(wish, current.timeZone) }),
    onSuccess: ({ made, existing, firstWindowId }) => {
      showNote(`${formatQuantity(made, 'window')} made`, existing > 0 ? `${formatQuantity(existing, 'window')} existed already.` : '');
      close();
      if (made > 0 && firstWindowId !== null) onMade(firstWindowId);
    },
  });
  if (current === undefined) return null;
  const isRangeWrong = [wish.from, wish.to].some((text) => isNoDay(text, current.timeZone));
  const all = countWindows(current.barCount, wish.length, wish.stride);
  const isWhole = wish.take === 'every' && wish.from === '' && wish.to === '';
  const footer = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button look="primary" data-first disabled={isAnyWrong || isRangeWrong || all === 0 || making.isPending} onClick={() => making.mutate()} data-testid="make-windows">
        {isWhole ? `Make ${formatQuantity(all, 'window')}` : wish.take === 'every' ? 'Make windows' : `Make up to ${formatQuantity(wish.count, 'window')}`}
      </Button>
    </>
  );
  return (
    <Dialog title="Make windows" open={open === 'make-windows'} onClose={close} footer={footer} data-testid="make-windows-dialog">
      <div className={style.fields}>
        <div className={style.pair}>
          <Field label="Series">
            {(id) => (
              <Select
                id={id}
                label="Series"
                value={current.id}
                options={series.map((each) => ({ value: each.id, label: `${each.symbol} ${formatTimeframe(each.timeframeMs)}` }))}
                onChange={setChosen}
              />
            )}
          </Field>
          <Field label="Which windows">
            {(id) => <Select id={id} label="Which windows" value={wish.take} options={TAKE_OPTIONS} onChange={(take) => change({ take })} data-testid="take" />}
          </Field>
        </div>
        <div className={style.pair}>
          <NumberField
            label="Bars in a window"
            hint={`Training expects ${DEFAULT_WINDOW_LENGTH}.`}
            value={wish.length}
            onChange={(length) => change({ length })}
            onWrong={onWrong}
            min={10}
            max={2000}
            whole
            data-testid="window-length"
          />
          {wish.take !== 'rule' && (
            <NumberField
              label="A window every … bars"
              hint="As many as its bars: side by side."
              value={wish.stride}
              onChange={(stride) => change({ stride })}
              onWrong={onWrong}
              min={1}
              max={1_000_000}
              whole
              data-testid="window-stride"
            />
          )}
        </div>
        {wish.take !== 'every' && (
          <div className={style.pair}>
            <NumberField label="How many" value={wish.count} onChange={(count) => change({ count })} onWrong={onWrong} min={1} max={250_000} whole data-testid="window-count" />
            <NumberField label="Seed" hint="The same one chooses the same windows." value={wish.seed} onChange={(seed) => change({ seed })} onWrong={onWrong} min={0} max={2 ** 31 - 1} whole />
          </div>
        )}
        <div className={style.pair}>
          <DayField label="From the day" series={current} end="firstTime" value={wish.from} onChange={(from) => change({ from })} />
          <DayField label="To the day" series={current} end="lastTime" value={wish.to} onChange={(to) => change({ to })} />
        </div>
        <Notice tone="note">Only windows that you complete teach what is no expansion; bars outside of them count as unknown.</Notice>
        {takeCaution(wish.take) !== null && <Notice tone="warning">{takeCaution(wish.take)}</Notice>}
        {wish.stride < wish.length && wish.take !== 'rule' && (
          <Notice tone="note">Neighbouring windows overlap by {formatQuantity(wish.length - wish.stride, 'bar')}; training never lets them stand on both sides of its split.</Notice>
        )}
        {all === 0 && <Notice tone="warning">The series has only {formatQuantity(current.barCount, 'bar')}, fewer than one window.</Notice>}
      </div>
    </Dialog>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly series: Series;
  readonly end: 'firstTime' | 'lastTime';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DayField({ label, series, end, value, onChange }: DayFieldProps) {
  const bound = series[end];
  return (
    <Field label={label} hint={bound === null ? undefined : `Left empty: ${formatDay(bound, series.timeZone)}.`} problem={isNoDay(value, series.timeZone) ? 'Write it as 2024-01-31.' : null}>
      {(id) => <TextInput id={id} value={value} placeholder="yyyy-mm-dd" onChange={(event) => onChange(event.target.value)} data-testid={end} />}
    </Field>
  );
}

const isNoDay = (text: string, zone: string): boolean => text.trim() !== '' && readTime(text, zone) === null;

/** The last day is meant whole where no time is said. */
function rangeOf({ from, to }: Wish, zone: string) {
  const [first, last] = [readTime(from, zone), readTime(to, zone)];
  const wholeDay = to.includes(':') ? 0 : DAY_MS - 1;
  return { ...(first === null ? {} : { from: first }), ...(last === null ? {} : { to: (last + wholeDay) as typeof last }) };
}
