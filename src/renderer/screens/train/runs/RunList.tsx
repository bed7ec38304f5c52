import { useCallback, useMemo, useState } from 'react';
import type { ExperimentSummary } from '../../../../shared/domain/experiment.ts';
import type { ExperimentId, RunId } from '../../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { useActions } from '../../../actions/actions-context.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useRows } from '../../../ui/use-rows.ts';
import { ExperimentRow } from './ExperimentRow.tsx';
import { MarkedBar } from './MarkedBar.tsx';
import { toggleMarkOf } from './mark-contender.ts';
import { RunListHead } from './RunListHead.tsx';
import { RunRow } from './RunRow.tsx';
import { runEntries, type RunEntry, type RunFilter } from './run-entries.ts';
import style from './RunList.module.css';

const ROW_HEIGHT = 57;

interface RunListProps {
  readonly runs: readonly RunSummary[];
  readonly experiments: readonly ExperimentSummary[];
  readonly shownRun: RunId | null;
  readonly shownExperiment: ExperimentId | null;
}

/** All trainings, those of an experiment under its name. Tab reaches one row, the arrows the others. */
export function RunList({ runs, experiments, shownRun, shownExperiment }: RunListProps) {
  const [filter, setFilter] = useState<RunFilter>('current');
  const [search, setSearch] = useState('');
  const { open, setOpen } = useOpenExperiments();
  const entries = useMemo(() => runEntries(runs, experiments, { filter, search, open }), [runs, experiments, filter, search, open]);
  const { scroller, drawn, totalHeight } = useRows({ count: entries.length, height: ROW_HEIGHT });

  const isShown = (entry: RunEntry): boolean => (entry.kind === 'run' ? entry.run.id === shownRun : entry.experiment.id === shownExperiment);
  useActions({
    'train.mark': () => {
      const entry = entries[focusedRow()] ?? entries.find(isShown);
      return entry === undefined ? false : toggleMarkOf(entry);
    },
  });
  const tabStop = (drawn.find(({ index }) => isShown(entries[index])) ?? drawn[0])?.index;

  return (
    <Panel title={`Runs (${formatCount(runs.length)})`} flush data-testid="runs">
      {runs.length > 0 && <RunListHead search={search} onSearch={setSearch} filter={filter} onFilter={setFilter} />}
      <MarkedBar />
      <div ref={scroller} className={style.list} data-testid="run-list" data-rows={entries.length}>
        {entries.length === 0 && <p className={style.empty}>{emptyText(runs.length, filter, search)}</p>}
        <div style={{ position: 'relative', height: totalHeight }}>
          {drawn.map(({ index, start }) => {
            const entry = entries[index];
            const place = { index, top: start, isShown: isShown(entry), isTabStop: index === tabStop };
            return entry.kind === 'run' ? (
              <RunRow key={entry.key} run={entry.run} {...place} />
            ) : (
              <ExperimentRow key={entry.key} experiment={entry.experiment} isOpen={entry.isOpen} onOpen={setOpen} {...place} />
            );
          })}
        </div>
      </div>
    </Panel>
  );
}

/** NaN: no row has the focus. */
const focusedRow = (): number => Number(document.activeElement?.closest<HTMLElement>('[data-testid=run-list] [data-row]')?.dataset.row ?? NaN);

function useOpenExperiments() {
  const [open, set] = useState<ReadonlySet<ExperimentId>>(new Set());
  const setOpen = useCallback((id: ExperimentId, isOpen: boolean) => set((old) => new Set(isOpen ? [...old, id] : [...old].filter((other) => other !== id))), []);
  return { open, setOpen };
}

function emptyText(runs: number, filter: RunFilter, search: string): string {
  if (runs === 0) return 'Every training is kept here with its configuration and figures.';
  if (search.trim() !== '') return 'No run has all of these words in its name, tags, note or configuration.';
  if (filter === 'favourites') return 'No run is marked as a favourite yet: the star beside a run’s name marks it.';
  return filter === 'archived' ? 'Nothing is archived.' : 'All runs are archived.';
}
