import { useMutation, useQuery } from '@tanstack/react-query';
import type { ImportId } from '../../../shared/domain/ids.ts';
import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import { useCore } from '../../rpc/core-context.tsx';
import { useSeriesList } from '../../rpc/queries.ts';
import { queryKeys } from '../../rpc/query-keys.ts';
import { formatCount, formatQuantity } from '../../ui/format/number.ts';
import { formatBarTime } from '../../ui/format/time.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useImportFlow } from './import-flow.ts';
import style from './ImportScreen.module.css';

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function PastImports() {
  const core = useCore();
  const to = useImportFlow((flow) => flow.to);
  const { data: imports = [] } = useQuery({ queryKey: queryKeys.imports, queryFn: () => core.call('listImports', {}) });
  const { data: series = [] } = useSeriesList();
  const opening = useMutation({
    mutationFn: (importId: ImportId) => core.call('readImportReport', { importId }),
    onSuccess: (report) => to({ kind: 'bars-report', report }),
  });
  return (
    <Panel title="Imported so far" flush>
      {imports.length === 0 && <p className={style.none}>Nothing yet. Each import keeps its report here.</p>}
      <ul>
        {imports.map((each) => {
          const target = series.find((candidate) => candidate.id === each.seriesId);
          return (
            <li key={each.id}>
              <button type="button" className={style.row} onClick={() => opening.mutate(each.id)} data-testid="past-import">
                <span className={style.name}>{each.file}</span>
                <span className={style.detail}>{target === undefined ? '' : `${target.symbol} ${formatTimeframe(target.timeframeMs)}`}</span>
                <span className={style.detail}>
                  {formatQuantity(each.added, 'bar')} added{each.rejected > 0 && `, ${formatCount(each.rejected)} rejected`}
                </span>
                <span className={style.detail}>{formatBarTime(each.importedAt, localZone, 60_000)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
