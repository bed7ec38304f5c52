import type { SpanDraft } from '../../../../src/shared/contract/labels.ts';
import { seriesId, spanId, windowId } from '../../../../src/shared/domain/ids.ts';
import type { Span } from '../../../../src/shared/domain/span.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import type { LabelWindow } from '../../../../src/shared/domain/window.ts';

/** A span of window 1 of series 1, over bars 10 to 20. */
export function aSpan(change: Partial<Span> = {}): Span {
  return {
    id: spanId('one'),
    seriesId: seriesId(1),
    windowId: windowId(1),
    startTime: timeMs(10),
    endTime: timeMs(20),
    confidence: 0.6,
    startUncertainty: 0,
    endUncertainty: 0,
    type: null,
    direction: null,
    note: '',
    author: 'me',
    source: 'person',
    score: null,
    createdAt: timeMs(1),
    updatedAt: timeMs(1),
    ...change,
  };
}

export function aDraft(change: Partial<SpanDraft> = {}): SpanDraft {
  return { id: spanId('new'), seriesId: seriesId(1), windowId: windowId(1), startTime: timeMs(30), endTime: timeMs(40), confidence: 0.8, ...change };
}

export function aWindow(change: Partial<LabelWindow> = {}): LabelWindow {
  return {
    id: windowId(1),
    seriesId: seriesId(1),
    startTime: timeMs(0),
    endTime: timeMs(100),
    length: 101,
    state: 'pending',
    skipReason: '',
    dataset: null,
    split: null,
    ...change,
  };
}
