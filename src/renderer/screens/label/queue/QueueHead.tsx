import type { WindowCounts } from '../../../../shared/contract/windows.ts';
import { WINDOW_STATES, type WindowState } from '../../../../shared/domain/window.ts';
import { formatTimeframe } from '../../../../shared/domain/timeframe.ts';
import { useSeriesList } from '../../../rpc/queries.ts';
import { secondsPerWindow } from '../../../labels/pace.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { formatSeconds, formatTimeLeft } from '../../../ui/format/duration.ts';
import { formatCount, formatShare } from '../../../ui/format/number.ts';
import { Group } from '../../../ui/Group.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSession } from '../session.ts';
import style from './Queue.module.css';
import { QueueFilters } from './QueueFilters.tsx';

interface QueueHeadProps {
  readonly counts: WindowCounts;
}

const NAMES = { pending: 'Pending', reviewed: 'Done', skipped: 'Skipped' } as const;

export function QueueHead({ counts }: QueueHeadProps) {
  const { queue, set } = useWorkspace();
  const { state } = queue;
  const show = (chosen: WindowState | null) => set({ queue: { ...queue, state: chosen, skipReason: null } });
  const total = counts.pending + counts.reviewed + counts.skipped;
  return (
    <div className={style.head}>
      <SeriesSelect />
      <div className={style.progressText} data-testid="queue-progress">
        {total === 0 ? 'No windows' : `${formatCount(counts.reviewed)} of ${formatCount(total)} reviewed (${formatShare(counts.reviewed / total)})`}
      </div>
      <Pace pending={counts.pending} />
      <div className={style.bar} aria-hidden>
        <div className={style.reviewedShare} style={{ width: `${(100 * counts.reviewed) / Math.max(1, total)}%` }} />
        <div className={style.skippedShare} style={{ width: `${(100 * counts.skipped) / Math.max(1, total)}%` }} />
      </div>
      <Group label="Show" className={style.filters}>
        <Filter name="All" count={total} isOn={state === null} onClick={() => show(null)} />
        {WINDOW_STATES.map((each) => (
          <Filter key={each} name={NAMES[each]} count={counts[each]} isOn={state === each} onClick={() => show(each)} />
        ))}
      </Group>
      <QueueFilters />
    </div>
  );
}

function Pace({ pending }: { readonly pending: number }) {
  const seconds = useSession(({ doneAt }) => secondsPerWindow(doneAt));
  if (seconds === null || pending === 0) return null;
  return (
    <div className={style.progressText} data-testid="pace">
      {formatSeconds(seconds)} a window, {formatTimeLeft(seconds * pending)}
    </div>
  );
}

interface FilterProps {
  readonly name: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

function Filter({ name, count, isOn, onClick }: FilterProps) {
  return (
    <button type="button" className={style.filter} aria-pressed={isOn} onClick={onClick} data-testid={`filter-${name.toLowerCase()}`}>
      {name}
      <span>{formatCount(count)}</span>
    </button>
  );
}

function SeriesSelect() {
  const { seriesId, set } = useWorkspace();
  const { data: series = [] } = useSeriesList();
  const options = series.map((each) => ({
    value: each.id,
    label: `${each.symbol} ${formatTimeframe(each.timeframeMs)}`,
    detail: each.origin === '' ? formatCount(each.barCount) : each.origin,
  }));
  const all = { value: null, label: series.length === 1 ? options[0].label : 'All series', detail: undefined };
  return (
    <Select
      label="Series"
      className={style.series}
      value={series.length === 1 ? null : seriesId}
      options={series.length === 1 ? [all] : [all, ...options]}
      onChange={(chosen) => set({ seriesId: chosen })}
      data-testid="series-select"
    />
  );
}
