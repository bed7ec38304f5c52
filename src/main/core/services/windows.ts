import type { WindowsApi } from '../../../shared/contract/windows.ts';
import { findBarIndex } from '../../store/queries/bars.ts';
import { readSpansOfWindow } from '../../store/queries/spans.ts';
import { countWindows, findWindowAt, listWindows, neighbourWindow, queuePosition, readWindow } from '../../store/queries/windows.ts';
import type { CoreContext, Service } from '../context.ts';
import { makeWindows } from '../make-windows.ts';

export function makeWindowsService(context: CoreContext): Service<WindowsApi> {
  return {
    makeWindows: (request) => {
      const outcome = makeWindows(context.database(), request);
      if (outcome.made > 0) context.emit({ kind: 'windows-changed' });
      return outcome;
    },
    listWindows: ({ offset, limit, ...filter }) => {
      const db = context.database();
      const counts = countWindows(db, filter.seriesId);
      const total = filter.state === undefined ? counts.pending + counts.reviewed + counts.skipped : counts[filter.state];
      return { total, counts, windows: listWindows(db, filter, offset, limit) };
    },
    readWindow: ({ windowId }) => {
      const db = context.database();
      const window = readWindow(db, windowId);
      return {
        window,
        fromIndex: findBarIndex(db, window.seriesId, 0, window.startTime),
        spans: readSpansOfWindow(db, window),
        position: queuePosition(db, window),
      };
    },
    findWindowAt: ({ seriesId, time }) => {
      const found = findWindowAt(context.database(), seriesId, time);
      return found === null ? null : { windowId: found };
    },
    nextWindow: ({ after, direction, ...filter }) => {
      const db = context.database();
      const from = after === null ? null : readWindow(db, after);
      const found = neighbourWindow(db, filter, from, direction) ?? neighbourWindow(db, filter, null, direction);
      return found === null ? null : { windowId: found };
    },
  };
}
