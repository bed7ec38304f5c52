import { describe, expect, it } from 'vitest';
import { viewBars } from '../../../src/shared/domain/bar.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { describeChart } from '../../../src/renderer/chart/describe-chart.ts';
import { exactSpan, withinBounds } from '../../../src/renderer/chart/exact-span.ts';
import { barReadout } from '../../../src/renderer/chart/legend/bar-readout.ts';
import { ZoneClock } from '../../../src/shared/calendar/zone-clock.ts';
import { fakeSource, indexedBars, levelOf, seriesOf } from './fake-source.ts';

const bars = indexedBars(2_000);
const series = seriesOf(bars, 3);
const clock = new ZoneClock('UTC');

describe('barReadout', () => {
  it('writes the figures of a bar, and its change against the close before', () => {
    const readout = barReadout({ level: 0, from: 1_200, bars: viewBars(bars, 1_200, 1_300) }, 50, series, clock);
    expect(readout).toMatchObject({ symbol: 'TEST', candle: '1m', open: '1250.00', close: '1250.00', change: '+1.00', changeShare: '+0.08 %', direction: 'up', volume: '1,250', number: '1,251', zone: 'UTC' });
    expect(readout.time).toBe('Tue 13 Jan 1970 20:50');
  });

  it('counts the bars of a candle that stands for several', () => {
    const level = levelOf(bars, 1);
    expect(barReadout({ level: 1, from: 240, bars: viewBars(level, 240, 250) }, 9, series, clock).number).toBe('1,993–2,000');
  });

  it('shows a fall with a minus sign, and no volume where the bar has none', () => {
    const columns = { ...viewBars(bars, 0, 3), close: Float64Array.of(4, 3, 3), volume: Float64Array.of(NaN, NaN, NaN) };
    expect(barReadout({ level: 0, from: 0, bars: columns }, 1, series, clock)).toMatchObject({ change: '−1.00', changeShare: '−25.00 %', direction: 'down', volume: null });
    expect(barReadout({ level: 0, from: 0, bars: columns }, 2, series, clock)).toMatchObject({ change: '0.00', changeShare: '0.00 %', direction: 'flat' });
  });
});

describe('describeChart', () => {
  const facts = { series, level: 0, visible: { from: bars.time[0], to: bars.time[99] }, labels: 1, predictions: 0, mode: 'label' } as const;

  it('says what is in view', () => {
    expect(describeChart(facts, clock)).toBe('Candlestick chart of TEST, 1m, from Thu 1 Jan 1970 00:00 to Thu 1 Jan 1970 01:39, UTC time. 1 label in view. Dragging marks a span.');
  });

  it('counts predictions where there are some, and says when nothing is in view', () => {
    const text = describeChart({ ...facts, visible: null, labels: 3, predictions: 2, mode: 'pan' }, clock);
    expect(text).toBe('Candlestick chart of TEST, 1m, no bars in view. 3 labels, 2 predicted spans in view. Dragging moves the bars.');
  });
});

describe('exactSpan', () => {
  const { source } = fakeSource(bars);
  const time = (index: number) => timeMs(bars.time[index]);
  const level = { level: 1, from: 10, bars: viewBars(levelOf(bars, 1), 10, 250) };

  it('ends with the last bar of the last candle', async () => {
    expect(await exactSpan({ startTime: time(96), endTime: time(104) }, null, level, 2_000, source)).toEqual({ startTime: time(96), endTime: time(111) });
  });

  it('leaves an end alone that was not moved', async () => {
    const before = { startTime: time(90), endTime: time(107) };
    expect(await exactSpan({ startTime: time(88), endTime: time(107) }, before, level, 2_000, source)).toEqual({ startTime: time(88), endTime: time(107) });
  });

  it('does not go beyond the last bar of the series', async () => {
    const short = indexedBars(101);
    const drawn = { startTime: timeMs(short.time[88]), endTime: timeMs(short.time[96]) };
    const found = await exactSpan(drawn, null, { level: 1, from: 0, bars: levelOf(short, 1) }, 101, fakeSource(short).source);
    expect(found.endTime).toBe(short.time[100]);
  });

  it('is cut to the window', () => {
    expect(withinBounds({ startTime: time(8), endTime: time(31) }, { startTime: time(10), endTime: time(30) })).toEqual({ startTime: time(10), endTime: time(30) });
  });
});
