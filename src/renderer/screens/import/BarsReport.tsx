import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { useDialogs } from '../../state/dialogs.ts';
import { goTo, useWorkspace } from '../../state/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { focusOnArrival } from '../../ui/focus-on-arrival.ts';
import { formatSeconds } from '../../ui/format/duration.ts';
import { formatCount } from '../../ui/format/number.ts';
import { Notice } from '../../ui/Notice.tsx';
import style from './BarsReport.module.css';
import head from './PreviewStage.module.css';
import { ReportLists } from './ReportLists.tsx';
import { reportSummary } from './report-summary.ts';

/** What became of a file, readable by a person. */
export function BarsReport({ report, onLeave }: { readonly report: ImportReport; readonly onLeave: () => void }) {
  const { counts, series } = report;
  const goOn = (makeWindows: boolean) => {
    useWorkspace.getState().set({ seriesId: series.id, windowId: null, freeChart: true });
    onLeave();
    goTo('label');
    if (makeWindows) useDialogs.getState().show('make-windows');
  };
  return (
    <div className={style.report} data-testid="bars-report" data-area>
      <header className={head.head}>
        <h1 className={head.title}>{report.file}</h1>
        <span className={head.detail}>
          {series.symbol} {formatTimeframe(series.timeframeMs)} · {formatSeconds(report.seconds)}
        </span>
        <span className={head.spacer} />
        <Button onClick={onLeave} data-testid="import-another">
          Import another
        </Button>
        <Button onClick={() => goOn(false)} data-testid="show-bars">
          Show on chart
        </Button>
        <Button ref={focusOnArrival} look="primary" onClick={() => goOn(true)} data-testid="go-make-windows">
          Make windows…
        </Button>
      </header>
      <div className={style.main}>
        <div className={style.tiles} data-testid="report-counts">
          <Tile figure={counts.dataRows} caption="rows in the file" />
          <Tile figure={counts.added} caption="bars added" name="added" />
          <Tile figure={counts.alreadyPresent} caption="there already" />
          <Tile figure={counts.rejected} caption="rejected" name="rejected" />
          <Tile figure={counts.duplicatesExact + counts.duplicatesConflicting} caption="duplicates" name="duplicates" />
          <Tile figure={counts.outOfOrder} caption="out of order" />
          <Tile figure={counts.missingBars} caption="bars missing" />
        </div>
        <p className={style.summary}>{reportSummary(report)}</p>
        {report.notes.map((note) => (
          <Notice key={note} tone="note">
            {note}
          </Notice>
        ))}
        <ReportLists report={report} />
      </div>
    </div>
  );
}

function Tile({ figure, caption, name }: { readonly figure: number; readonly caption: string; readonly name?: string }) {
  return (
    <div className={style.tile} data-testid={name === undefined ? undefined : `count-${name}`} data-count={figure}>
      <div className={style.figure}>{formatCount(figure)}</div>
      <div className={style.caption}>{caption}</div>
    </div>
  );
}
