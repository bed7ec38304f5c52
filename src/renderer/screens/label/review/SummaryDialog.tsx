import type { ReviewSummary } from '../../../../shared/contract/review.ts';
import { DISAGREEMENT_TYPES } from '../../../../shared/domain/verdict.ts';
import type { ReviewSums } from '../../../../shared/review/sum-entries.ts';
import { formatTimeframe } from '../../../../shared/domain/timeframe.ts';
import { useSeriesList } from '../../../rpc/queries.ts';
import { useDialogs } from '../../../state/dialogs.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { formatBarTime } from '../../../ui/format/time.ts';
import tableStyle from '../../../ui/FigureTable.module.css';
import { TYPE_NAMES } from './review-words.ts';
import style from './Review.module.css';
import type { Review } from './use-review.ts';

/** More windows than fit a glance are told by their number. */
const TOLD = 100;

/** What the run and the labels say together: in all, by series and by window. */
export function SummaryDialog({ review: { run, sums } }: { readonly review: Review }) {
  const { open, close } = useDialogs();
  if (open !== 'review-summary' || sums === undefined) return null;
  return (
    <Dialog title={`${run?.name ?? 'Run'} against the labels`} open onClose={close} wide data-testid="review-summary">
      <InWords sums={sums} />
      <Tables sums={sums} onClose={close} />
    </Dialog>
  );
}

function Tables({ sums, onClose }: { readonly sums: ReviewSummary; readonly onClose: () => void }) {
  const bySeries = useSeriesRows(sums);
  const byWindow = useWindowRows(sums, onClose);
  return (
    <>
      <SumTable caption="By series" rows={bySeries} />
      <SumTable caption="By window" rows={byWindow} />
      {sums.windows.length > TOLD && <p className={style.small}>and {formatQuantity(sums.windows.length - TOLD, 'more window')}</p>}
    </>
  );
}

function InWords({ sums: { run, notPredicted } }: { readonly sums: ReviewSummary }) {
  const types = DISAGREEMENT_TYPES.filter((type) => run.types[type] > 0).map((type) => `${TYPE_NAMES[type].toLowerCase()} ${formatCount(run.types[type])}`);
  return (
    <div className={style.words}>
      <p>
        <b>
          The model was right {formatCount(run.runRight)}, the labels were right {formatCount(run.labelsRight)} times
        </b>
        ; {formatCount(run.verdicts.unsure)} unsure, {formatCount(run.undecided)} to decide.
      </p>
      <p>
        {formatQuantity(run.windows, 'window')}, {formatQuantity(run.labels, 'label')}, {formatQuantity(run.predictions, 'predicted span')}: {formatCount(run.agreed)} agree, {formatCount(run.disagreements)} disagree
        {types.length > 0 && ` (${types.join(', ')})`}.
      </p>
      {run.iou !== null && (
        <p>
          {formatQuantity(run.pairs, 'pair')}, {formatCount(run.found)} of them found at IoU 0.5. Mean IoU {run.iou.toFixed(2)}; starts are off by {run.startAbsolute!.toFixed(1)} bars, ends by {run.endAbsolute!.toFixed(1)}.
        </p>
      )}
      {notPredicted > 0 && <p>{formatQuantity(notPredicted, 'reviewed window')} the run did not know, so that nothing is said of them.</p>}
    </div>
  );
}

interface SumRow {
  readonly key: number;
  readonly name: string;
  readonly sums: ReviewSums;
  readonly onOpen?: () => void;
}

function useSeriesRows({ series }: ReviewSummary): readonly SumRow[] {
  const { data: all = [] } = useSeriesList();
  return series.map(({ seriesId, ...sums }) => {
    const found = all.find(({ id }) => id === seriesId);
    return { key: seriesId, name: found === undefined ? `Series ${seriesId}` : `${found.symbol} ${formatTimeframe(found.timeframeMs)}`, sums };
  });
}

function useWindowRows({ windows }: ReviewSummary, close: () => void): readonly SumRow[] {
  const { data: all = [] } = useSeriesList();
  const set = useWorkspace((workspace) => workspace.set);
  return windows.slice(0, TOLD).map(({ windowId, seriesId, startTime, ...sums }) => {
    const series = all.find(({ id }) => id === seriesId);
    const onOpen = () => {
      close();
      set({ windowId, freeChart: false });
    };
    return { key: windowId, name: `${series?.symbol ?? ''} ${formatBarTime(startTime, series?.timeZone ?? 'UTC', series?.timeframeMs ?? 60_000)}`, sums, onOpen };
  });
}

function SumTable({ caption, rows }: { readonly caption: string; readonly rows: readonly SumRow[] }) {
  return (
    <div className={tableStyle.scroll}>
      <table className={`${tableStyle.table} ${style.sums}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {['', 'Labels', 'Predicted', 'Agree', 'Disagree', 'To decide', 'Model right', 'Labels right', 'IoU', 'Start off', 'End off'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, sums, onOpen }) => (
            <tr key={key}>
              <th scope="row">{onOpen === undefined ? name : <button type="button" className={style.link} onClick={onOpen}>{name}</button>}</th>
              {[sums.labels, sums.predictions, sums.agreed, sums.disagreements, sums.undecided, sums.runRight, sums.labelsRight].map((count, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns have their place and nothing else here
                <td key={column}>{formatCount(count)}</td>
              ))}
              {[sums.iou, sums.startAbsolute, sums.endAbsolute].map((mean, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns have their place and nothing else here
                <td key={column}>{mean === null ? '' : mean.toFixed(2)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
