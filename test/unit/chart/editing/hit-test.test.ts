import { describe, expect, it } from 'vitest';
import { hitTest, type SpanTarget } from '../../../../src/renderer/chart/editing/hit-test.ts';
import { spanId } from '../../../../src/shared/domain/ids.ts';
import { axisOfTen, timeOfBar } from '../axis.ts';

const axis = axisOfTen();
const target = (name: string, from: number, to: number): SpanTarget => ({ id: spanId(name), startTime: timeOfBar(from), endTime: timeOfBar(to), startUncertainty: 0, endUncertainty: 0 });

/** Fills [40, 90]. */
const wide = target('wide', 4, 8);
/** Fills [60, 70], within the wide one. */
const narrow = target('narrow', 6, 6);

const hit = (x: number, spans: SpanTarget[], selected: string | null = null): string => {
  const found = hitTest(x, spans, selected === null ? null : spanId(selected), axis);
  if (found.kind === 'bars') return 'bars';
  if (found.kind === 'fade') return `fade of ${found.span.id}`;
  return found.kind === 'edge' ? `${found.edge} of ${found.span.id}` : `body of ${found.span.id}`;
};

describe('hitTest', () => {
  it('takes edges within six pixels, on both sides', () => {
    expect([33, 35, 40, 45, 46].map((x) => hit(x, [wide]))).toEqual(['bars', 'start of wide', 'start of wide', 'start of wide', 'start of wide']);
    expect([83, 84, 90, 96, 97].map((x) => hit(x, [wide]))).toEqual(['body of wide', 'end of wide', 'end of wide', 'end of wide', 'bars']);
  });

  it('leaves a narrow span its body', () => {
    expect([61, 65, 69].map((x) => hit(x, [narrow]))).toEqual(['start of narrow', 'body of narrow', 'end of narrow']);
  });

  it('prefers the smaller of two bodies, an edge to a body, and the nearer of two edges', () => {
    expect(hit(65, [wide, narrow])).toBe('body of narrow');
    expect(hit(59, [wide, narrow])).toBe('start of narrow');
    expect(hit(92, [wide, target('next', 9, 12)])).toBe('end of wide');
    expect(hit(88, [target('a', 4, 8), target('b', 9, 12)])).toBe('end of a');
  });

  it('prefers the selected span among equals', () => {
    expect(hit(90, [wide, target('next', 9, 12)], 'next')).toBe('start of next');
    expect(hit(65, [wide, narrow], 'wide')).toBe('body of wide');
  });

  it('finds no span that is not loaded', () => {
    const before = { id: spanId('before'), startTime: 1 as never, endTime: 2 as never, startUncertainty: 0, endUncertainty: 0 };
    expect(hit(0, [before])).toBe('bars');
  });
});
