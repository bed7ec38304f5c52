import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/shared/domain/span.ts';
import { seriesId, spanId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { IntervalIndex } from '../../../../src/renderer/chart/geometry/interval-index.ts';
import { badgeText, spanRegions, type SpanRegionsModel } from '../../../../src/renderer/chart/primitives/span-regions/span-regions-view.ts';
import { axisOfTen, timeOfBar } from '../axis.ts';

function span(name: string, from: number, to: number, change: Partial<Span> = {}): Span {
  return {
    id: spanId(name),
    seriesId: seriesId(1),
    windowId: null,
    startTime: timeOfBar(from),
    endTime: timeOfBar(to),
    confidence: 0.8,
    startUncertainty: 0,
    endUncertainty: 0,
    type: null,
    direction: null,
    note: '',
    author: '',
    source: 'person',
    score: null,
    createdAt: timeMs(0),
    updatedAt: timeMs(0),
    ...change,
  };
}

const model = (spans: readonly Span[], change: Partial<SpanRegionsModel> = {}): SpanRegionsModel => ({ spans: new IntervalIndex(spans), selectedId: null, selectedEdge: null, moving: null, ...change });

describe('spanRegions', () => {
  it('covers whole bars; certain edges do not fade', () => {
    const [region] = spanRegions(model([span('a', 2, 4)]), axisOfTen());
    expect(region).toMatchObject({ stretch: { left: 20, right: 50 }, startFade: { left: 20, right: 20 }, endFade: { left: 50, right: 50 }, selected: false });
  });

  it('fades as the soft mask does: half a bar more than the uncertainty on both sides of the edge', () => {
    const [region] = spanRegions(model([span('a', 5, 9, { startUncertainty: 2, endUncertainty: 1 })]), axisOfTen());
    expect(region.startFade).toEqual({ left: 25, right: 75 });
    expect(region.endFade).toEqual({ left: 85, right: 115 });
  });

  it('fades over fewer candles where a candle stands for several bars', () => {
    const [region] = spanRegions(model([span('a', 5, 9, { startUncertainty: 3.5 })]), axisOfTen({ barsPerCandle: 8 }));
    expect(region.startFade).toEqual({ left: 45, right: 55 });
  });

  it('follows the pointer while a span is moved', () => {
    const moving = { id: spanId('a'), span: { startTime: timeOfBar(1), endTime: timeOfBar(3) }, fade: null };
    const [region] = spanRegions(model([span('a', 5, 9)], { moving }), axisOfTen());
    expect(region.stretch).toEqual({ left: 10, right: 40 });
  });

  it('has handles for the fades of the selected span, where they begin, and says what the one in hand is', () => {
    const spans = [span('a', 5, 9, { startUncertainty: 2 }), span('b', 12, 14)];
    const handles = (change: Partial<SpanRegionsModel>) => spanRegions(model(spans, change), axisOfTen()).map(({ fadeHandles }) => fadeHandles);
    expect(handles({})).toEqual([null, null]);
    // 2.5 bars before the edge, and beside an edge that is certain.
    expect(handles({ selectedId: spanId('a') })).toEqual([{ start: 25, end: 116, held: null }, null]);
    const moving = { id: spanId('a'), span: spans[0], fade: { edge: 'end', uncertainty: 3 } } as const;
    expect(handles({ selectedId: spanId('a'), moving })[0]).toEqual({ start: 25, end: 135, held: { x: 135, text: '±3' } });
  });

  it('marks the selected span and its edge', () => {
    const regions = spanRegions(model([span('a', 1, 3), span('b', 6, 9)], { selectedId: spanId('b'), selectedEdge: 'end' }), axisOfTen());
    expect(regions.map(({ selected, selectedEdge }) => [selected, selectedEdge])).toEqual([
      [false, null],
      [true, 'end'],
    ]);
  });

  it('leaves out spans beyond the view', () => {
    const narrow = axisOfTen({ origin: -45, width: 30 });
    expect(spanRegions(model([span('a', 0, 2), span('b', 6, 7), span('c', 15, 18)]), narrow).map(({ stretch }) => stretch.left)).toEqual([10]);
  });

  it('puts badges that would overlap below each other', () => {
    const regions = spanRegions(model([span('a', 2, 9), span('b', 3, 8), span('c', 12, 18)]), axisOfTen());
    const [a, b, c] = regions.map(({ badge }) => badge!.y);
    expect(b).toBeGreaterThan(a);
    expect(c).toBe(a);
  });

  it('begins badges lower where the pane is narrow, since the legend takes a row more there', () => {
    const topOn = (width: number) => spanRegions(model([span('a', 2, 4)]), axisOfTen({ width }))[0].badge!.y;
    expect(topOn(400)).toBeGreaterThan(topOn(900));
  });

  it('shows no badge on a span that is too narrow, unless it is selected', () => {
    const far = axisOfTen({ spacing: 1 });
    expect(spanRegions(model([span('a', 2, 4)]), far)[0].badge).toBeNull();
    expect(spanRegions(model([span('a', 2, 4)], { selectedId: spanId('a') }), far)[0].badge).not.toBeNull();
  });
});

it('badges tell the type by its letter and the confidence as a number', () => {
  expect(badgeText({ type: 'consolidation', confidence: 0.8 })).toBe('C 0.8');
  expect(badgeText({ type: 'retracement', confidence: 1 })).toBe('R 1');
  expect(badgeText({ type: null, confidence: 0.65 })).toBe('0.65');
});
