import { describe, expect, it } from 'vitest';
import { queryKeys } from '../../../../src/renderer/rpc/query-keys.ts';
import { staleAfterEvent } from '../../../../src/renderer/rpc/stale-after-event.ts';
import type { LabelChange } from '../../../../src/shared/contract/labels.ts';
import { runId, seriesId, windowId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';

/** As react-query matches: a key stands for everything under it. */
const isUnder = (key: readonly unknown[], prefix: readonly unknown[]) => prefix.every((part, index) => key[index] === part);
const makesStale = (event: Parameters<typeof staleAfterEvent>[0], key: readonly unknown[]) => {
  const stale = staleAfterEvent(event);
  return stale === 'all' || stale.some((prefix) => isUnder(key, prefix));
};

const labelled = { kind: 'labels-changed', change: {} as LabelChange } as const;

describe('what an event makes old', () => {
  it('is everything when another project is opened', () => {
    expect(staleAfterEvent({ kind: 'project-changed' })).toBe('all');
  });

  it('is the queue and its counts after a label edit, but neither spans nor the open window, which the edit itself brings', () => {
    expect(makesStale(labelled, queryKeys.windowList({ state: 'pending' }))).toBe(true);
    expect(makesStale(labelled, queryKeys.undoState)).toBe(true);
    expect(makesStale(labelled, queryKeys.reviewList({ runId: runId(1) }, {}))).toBe(true);
    expect([makesStale(labelled, queryKeys.history), makesStale(labelled, queryKeys.spanCounts)]).toEqual([true, true]);
    expect(makesStale(labelled, queryKeys.windowDetail(windowId(1)))).toBe(false);
    expect(makesStale(labelled, queryKeys.spanRange(seriesId(1), timeMs(0), timeMs(9)))).toBe(false);
  });

  it('is the predictions of the run that predicted, and of no other', () => {
    const event = { kind: 'predictions-changed', runId: runId(1) } as const;
    expect(makesStale(event, queryKeys.windowPrediction(runId(1), windowId(3), 0.5))).toBe(true);
    expect(makesStale(event, queryKeys.windowPrediction(runId(2), windowId(3), 0.5))).toBe(false);
  });

  it('is nothing after progress', () => {
    const progress = { jobId: 'job', message: '', done: 1, total: 2, secondsLeft: 1 } as never;
    expect(staleAfterEvent({ kind: 'job-progress', progress })).toEqual([]);
  });
});
