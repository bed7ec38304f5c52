import { describe, expect, it } from 'vitest';
import { changeSpans, changeWindowDetail, describesWindow } from '../../../../src/renderer/labels/apply-label-change.ts';
import type { LabelChange } from '../../../../src/shared/contract/labels.ts';
import { spanId, windowId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { aSpan, aWindow } from './a-span.ts';

const changeOf = (change: Partial<LabelChange>) => ({ spans: [], removedSpans: [], windows: [], ...change }) as unknown as LabelChange;

describe('a label change', () => {
  it('replaces, removes and adds spans, and keeps their order', () => {
    const spans = [aSpan(), aSpan({ id: spanId('two'), startTime: timeMs(50), endTime: timeMs(60) })];
    const change = changeOf({
      spans: [aSpan({ confidence: 1 }), aSpan({ id: spanId('zero'), startTime: timeMs(1), endTime: timeMs(2) })],
      removedSpans: [spanId('two')],
    });
    const changed = changeSpans(spans, change, () => true);
    expect(changed.map((span) => [span.id, span.confidence])).toEqual([
      ['zero', 0.6],
      ['one', 1],
    ]);
    expect(changeSpans(changed, change, () => true)).toEqual(changed);
  });

  it('moves a span out of a window that it no longer describes', () => {
    const free = aSpan({ windowId: null });
    const detail = { window: aWindow(), fromIndex: 0, spans: [free], position: 0 };
    const change = changeOf({ spans: [{ ...free, endTime: timeMs(150) }], windows: [aWindow({ state: 'reviewed' })] });
    expect(changeWindowDetail(detail, change)).toMatchObject({ spans: [], window: { state: 'reviewed' } });
  });

  it('knows which spans describe a window', () => {
    expect(describesWindow(aSpan(), aWindow())).toBe(true);
    expect(describesWindow(aSpan({ windowId: windowId(2) }), aWindow())).toBe(false);
    expect(describesWindow(aSpan({ windowId: null }), aWindow())).toBe(true);
    expect(describesWindow(aSpan({ windowId: null, startTime: timeMs(-1) }), aWindow())).toBe(false);
  });
});
