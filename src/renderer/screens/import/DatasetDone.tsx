import type { DatasetReport } from '../../../shared/contract/imports.ts';
import { goTo, useWorkspace } from '../../state/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { formatSeconds } from '../../ui/format/duration.ts';
import { focusOnArrival } from '../../ui/focus-on-arrival.ts';
import { formatQuantity } from '../../ui/format/number.ts';
import { Notice } from '../../ui/Notice.tsx';
import style from './ImportScreen.module.css';

export function DatasetDone({ report, onLeave }: { readonly report: DatasetReport; readonly onLeave: () => void }) {
  const show = () => {
    useWorkspace.getState().set({ windowId: report.firstWindowId, freeChart: false, seriesId: null });
    onLeave();
    goTo('label');
  };
  return (
    <div className={style.page}>
      <div className={style.busy} data-testid="dataset-report">
        <Notice tone="good">
          {report.name}: {formatQuantity(report.windows, 'window')} and {formatQuantity(report.spans, 'span')} in {formatSeconds(report.seconds)}, on{' '}
          {formatQuantity(report.series.length, 'series', 'series')}.
        </Notice>
        {report.alreadyPresent > 0 && <Notice tone="note">{formatQuantity(report.alreadyPresent, 'window or span', 'windows and spans')} the project held already.</Notice>}
        <div className={style.buttons}>
          <Button onClick={onLeave}>Import another file</Button>
          <Button ref={focusOnArrival} look="primary" onClick={show} data-testid="show-windows">
            Show its windows
          </Button>
        </div>
      </div>
    </div>
  );
}
