import type { QueueView, WindowsApi } from '../../../shared/contract/windows.ts';
import type { WindowId } from '../../../shared/domain/ids.ts';
import { neighbourOf } from '../../../shared/queue/neighbour-of.ts';
import { IN_TIME } from '../../../shared/queue/queue-order.ts';
import { findBarIndex } from '../../store/queries/bars.ts';
import { readSpansOfWindow } from '../../store/queries/spans.ts';
import { countMatching, countWindows, findWindowAt, listWindows, listWindowsById, neighbourWindow, queuePosition, readSkipReasons, readWindow } from '../../store/queries/windows.ts';
import type { CoreContext, Service } from '../context.ts';
import { makeWindows } from '../make-windows.ts';
import { arrangeQueue } from '../queue/arrange-queue.ts';
import type { Predictor } from '../training/predictor.ts';

export function makeWindowsService(context: CoreContext, { predict }: Pick<Predictor, 'predict'>): Service<WindowsApi> {
  // One after the other, so that two questions at once do not predict the same windows twice.
  let last: Promise<unknown> = Promise.resolve();
  const arrange = ({ order = IN_TIME, ...filter }: QueueView, besides: WindowId | null = null): Promise<readonly WindowId[]> => {
    const mine = last.then(() => arrangeQueue(context.database(), filter, order, predict, besides));
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    makeWindows: (request) => {
      const outcome = makeWindows(context.database(), request);
      if (outcome.made > 0) context.emit({ kind: 'windows-changed' });
      return outcome;
    },
    listWindows: async ({ offset, limit, ...view }) => {
      const db = context.database();
      const counts = countWindows(db, view);
      if (isInTime(view)) return { total: countMatching(db, view), counts, windows: listWindows(db, view, offset, limit) };
      const ids = await arrange(view);
      return { total: ids.length, counts, windows: listWindowsById(db, ids.slice(offset, offset + limit)) };
    },
    readWindow: ({ windowId }) => {
      const db = context.database();
      const window = readWindow(db, windowId);
      return {
        window,
        fromIndex: findBarIndex(db, window.seriesId, 0, window.startTime),
        spans: readSpansOfWindow(db, window),
        position: queuePosition(db, window, {})!,
      };
    },
    findWindowAt: ({ seriesId, time }) => {
      const found = findWindowAt(context.database(), seriesId, time);
      return found === null ? null : { windowId: found };
    },
    findInQueue: async ({ windowId, ...view }) => {
      const db = context.database();
      const window = readWindow(db, windowId);
      if (isInTime(view)) return { position: queuePosition(db, window, view) };
      const place = (await arrange(view)).indexOf(windowId);
      return { position: place < 0 ? null : place };
    },
    listSkipReasons: ({ seriesId }) => readSkipReasons(context.database(), seriesId),
    nextWindow: async ({ after, direction, ...view }) => {
      const db = context.database();
      const from = after === null ? null : readWindow(db, after);
      if (!isInTime(view)) return toAnswer(neighbourOf(await arrange(view, after), new Set(await arrange(view)), after, direction));
      return toAnswer(neighbourWindow(db, view, from, direction) ?? neighbourWindow(db, view, null, direction));
    },
  };
}

const isInTime = ({ order }: QueueView): boolean => order === undefined || order.kind === 'time';

const toAnswer = (windowId: WindowId | null): { readonly windowId: WindowId } | null => (windowId === null ? null : { windowId });
