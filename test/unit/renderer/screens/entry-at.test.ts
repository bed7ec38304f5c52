import { describe, expect, it } from 'vitest';
import { entryAt } from '../../../../src/renderer/screens/label/chart-area/menu/entry-at.ts';
import { spanId, windowId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import type { ReviewEntry } from '../../../../src/shared/review/review-entry.ts';

const bars = (from: number, to: number) => ({ startTime: timeMs(from), endTime: timeMs(to) });

/** Only what is looked at. */
function entry(id: string, window: number, types: ReviewEntry['types'], predictions: readonly ReturnType<typeof bars>[], labels: readonly string[]): ReviewEntry {
  return { id, windowId: windowId(window), types, predictions, labels: labels.map((label) => ({ id: spanId(label) })) } as unknown as ReviewEntry;
}

const ENTRIES = [
  entry('other window', 2, ['false-alarm'], [bars(10, 20)], []),
  entry('agreed', 1, ['agreed'], [bars(30, 40)], ['same']),
  entry('false alarm', 1, ['false-alarm'], [bars(10, 20)], []),
  entry('missed', 1, ['missed'], [], ['missed']),
];
const predicted = (rank: 'first' | 'second', from: number, to: number) => ({ spanId: null, predicted: { rank, span: { ...bars(from, to), score: 0.9 } } });

describe('the disagreement under the pointer', () => {
  it('is that of the predicted span there, in the open window', () => {
    expect(entryAt(ENTRIES, windowId(1), predicted('first', 10, 20))?.id).toBe('false alarm');
    expect(entryAt(ENTRIES, windowId(2), predicted('first', 10, 20))?.id).toBe('other window');
    expect(entryAt(ENTRIES, null, predicted('first', 10, 20))).toBeNull();
  });

  it('is that of the label there', () => {
    expect(entryAt(ENTRIES, windowId(1), { spanId: spanId('missed'), predicted: null })?.id).toBe('missed');
    expect(entryAt(ENTRIES, windowId(1), { spanId: spanId('another'), predicted: null })).toBeNull();
  });

  it('is none where run and labels agree, and none of a run that is not reviewed', () => {
    expect(entryAt(ENTRIES, windowId(1), predicted('first', 30, 40))).toBeNull();
    expect(entryAt(ENTRIES, windowId(1), predicted('second', 10, 20))).toBeNull();
    expect(entryAt(ENTRIES, windowId(1), predicted('first', 10, 21))).toBeNull();
  });
});
