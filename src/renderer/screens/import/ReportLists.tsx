import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import type { ImportReport, RowIssue } from '../../../shared/contract/imports.ts';
import { zoneName } from '../../chart/time/format-time.ts';
import { formatCount } from '../../ui/format/number.ts';
import { formatBarTime } from '../../ui/format/time.ts';
import style from './BarsReport.module.css';
import { IssueTable, type IssueColumn } from './IssueTable.tsx';

/** Everything that was noticed, line by line. */
export function ReportLists({ report }: { readonly report: ImportReport }) {
  const { series, counts } = report;
  const time = (ms: number | null) => (ms === null ? '–' : formatBarTime(ms, series.timeZone, series.timeframeMs));
  const issues: readonly IssueColumn<RowIssue>[] = [
    { name: 'Line', width: '72px', cell: (row) => formatCount(row.line) },
    { name: 'Opens at', width: '150px', cell: (row) => time(row.time) },
    { name: 'Why', width: 'minmax(160px, 1fr)', cell: (row) => row.reason },
    { name: 'The row', width: 'minmax(160px, 1.4fr)', cell: (row) => row.text, isMono: true },
  ];
  const tabs: readonly ReportTab[] = [
    { id: 'rejected', name: 'Rejected', count: counts.rejected, list: <IssueTable rows={report.rejected} columns={issues} none="No row was rejected." /> },
    {
      id: 'conflicting',
      name: 'Conflicting duplicates',
      count: counts.duplicatesConflicting,
      list: (
        <IssueTable
          rows={report.duplicatesConflicting}
          none="No two rows disagree about a bar."
          columns={[
            { name: 'Opens at', width: '150px', cell: (row) => time(row.time) },
            { name: 'Kept: line', width: '72px', cell: (row) => formatCount(row.keptLine) },
            { name: 'Kept: row', width: 'minmax(120px, 1fr)', cell: (row) => row.kept, isMono: true },
            { name: 'Dropped: line', width: '88px', cell: (row) => formatCount(row.droppedLine) },
            { name: 'Dropped: row', width: 'minmax(120px, 1fr)', cell: (row) => row.dropped, isMono: true },
          ]}
        />
      ),
    },
    { id: 'exact', name: 'Exact duplicates', count: counts.duplicatesExact, list: <IssueTable rows={report.duplicatesExact} columns={issues} none="No row stands twice." /> },
    { id: 'order', name: 'Out of order', count: counts.outOfOrder, list: <IssueTable rows={report.outOfOrder} columns={issues} none="Every row follows the one before it." /> },
    {
      id: 'gaps',
      name: 'Gaps',
      count: report.gaps.length,
      list: (
        <IssueTable
          rows={report.gaps}
          none="No bar is missing."
          columns={[
            { name: `Last bar before (${zoneName(series.timeZone)})`, width: 'minmax(140px, 1fr)', cell: (gap) => time(gap.after) },
            { name: 'First bar after', width: 'minmax(140px, 1fr)', cell: (gap) => time(gap.before) },
            { name: 'Bars missing', width: '110px', cell: (gap) => formatCount(gap.missing) },
            { name: 'Kind', width: 'minmax(120px, 1fr)', cell: (gap) => (gap.kind === 'missing' ? 'missing' : 'break between sessions') },
          ]}
        />
      ),
    },
    {
      id: 'sessions',
      name: 'Sessions',
      count: counts.sessions,
      list: (
        <IssueTable
          rows={report.sessions}
          none="No sessions were told apart."
          columns={[
            { name: `First bar (${zoneName(series.timeZone)})`, width: 'minmax(140px, 1fr)', cell: (session) => time(session.start) },
            { name: 'Last bar', width: 'minmax(140px, 1fr)', cell: (session) => time(session.end) },
            { name: 'Bars', width: '110px', cell: (session) => formatCount(session.bars) },
          ]}
        />
      ),
    },
  ];
  return <ListTabs tabs={tabs} />;
}

interface ReportTab {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly list: ReactNode;
}

function ListTabs({ tabs }: { readonly tabs: readonly ReportTab[] }) {
  const first = tabs.find((tab) => tab.count > 0) ?? tabs[0];
  return (
    <Tabs.Root className={style.lists} defaultValue={first.id}>
      <Tabs.List className={style.tabs}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.id} value={tab.id} className={style.tab} data-testid={`tab-${tab.id}`}>
            {tab.name} <span className={style.count}>{formatCount(tab.count)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.id} value={tab.id} className={style.panel}>
          {tab.list}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
