import { describe, expect, it, vi } from 'vitest';
import { CHUNK_BARS, IndicatorFeed } from '../../../../src/renderer/chart/indicators/indicator-feed.ts';
import { NO_INDICATORS } from '../../../../src/renderer/chart/indicators/indicator-wish.ts';
import { LEAD_BARS } from '../../../../src/renderer/chart/indicators/read-chunk.ts';
import type { BarSource } from '../../../../src/renderer/chart/chart-types.ts';
import { calendarMarks } from '../../../../src/shared/calendar/calendar-marks.ts';
import { ZoneClock } from '../../../../src/shared/calendar/zone-clock.ts';
import { makeBarColumns, type BarColumns } from '../../../../src/shared/domain/bar.ts';
import { dayVwap } from '../../../../src/shared/indicators/day-vwap.ts';
import { exponentialAverage } from '../../../../src/shared/indicators/exponential-average.ts';
import { wilderRange } from '../../../../src/shared/indicators/wilder-range.ts';
import { fakeSource, MINUTE, seriesOf } from '../fake-source.ts';

/** A walk without a pause, a minute to a bar. */
function walk(count: number): BarColumns {
  const bars = makeBarColumns(count);
  let [price, seed] = [100, 1];
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < count; i += 1) {
    const open = price;
    price = Math.max(10, price + (random() - 0.5) / 4);
    const [high, low] = [Math.max(open, price) + random() / 8, Math.min(open, price) - random() / 8];
    Object.entries({ time: Date.UTC(2024, 0, 1) + i * MINUTE, open, high, low, close: price, volume: Math.round(random() * 100) }).forEach(([name, value]) => (bars[name as keyof BarColumns][i] = value));
  }
  return bars;
}

const bars = walk(4 * CHUNK_BARS + 100);
const clock = new ZoneClock('America/New_York');
const everything = { ema: true, vwap: true, atr: true, features: { set: 'expanse-2', windowLength: 105, scope: 'series', window: null } } as const;

function makeFeed(failure = { isOver: true }) {
  const { source, reads } = fakeSource(bars);
  const host = { onChunk: vi.fn(), onError: vi.fn() };
  const read: BarSource['read'] = (level, from, count) => (failure.isOver ? source.read(level, from, count) : Promise.reject(new Error('the disk is gone')));
  return { feed: new IndicatorFeed({ ...source, read }, seriesOf(bars, 3), clock, host), reads, host };
}

describe('IndicatorFeed', () => {
  it('gives in every chunk what one pass over the whole series gives, to a millionth', async () => {
    const { feed, host } = makeFeed();
    feed.want(everything);
    feed.show({ level: 0, from: 0, to: bars.time.length - 1 });
    await vi.waitFor(() => expect(host.onChunk).toHaveBeenCalledTimes(5));
    const expected = { ema20: exponentialAverage(bars.close, 20), ema50: exponentialAverage(bars.close, 50), vwap: dayVwap(bars, calendarMarks(bars.time, clock)).value, atr: wilderRange(bars, 14) };
    for (const name of ['ema20', 'ema50', 'vwap', 'atr'] as const) {
      const differs = [...expected[name]].filter((value, i) => {
        const got = feed.chunkOf(0, i)!.lines[name]![i % CHUNK_BARS];
        return Number.isNaN(value) ? !Number.isNaN(got) : Math.abs(got - value) > 1e-6 * value;
      });
      expect([name, differs]).toEqual([name, []]);
    }
  });

  it('reads the day from its first bar for the VWAP, and no more than the lead for the rest', async () => {
    const { feed, reads, host } = makeFeed();
    feed.want({ ...NO_INDICATORS, ema: true });
    feed.show({ level: 0, from: 2 * CHUNK_BARS + 10, to: 2 * CHUNK_BARS + 20 });
    await vi.waitFor(() => expect(host.onChunk).toHaveBeenCalledTimes(3));
    expect(reads[0]).toEqual({ level: 0, from: 2 * CHUNK_BARS - LEAD_BARS, count: CHUNK_BARS + LEAD_BARS });
    expect(reads).toHaveLength(3);
  });

  it('computes nothing twice while the view moves, and nothing at all while nothing is wanted', async () => {
    const { feed, reads, host } = makeFeed();
    feed.show({ level: 0, from: 0, to: 100 });
    feed.want(NO_INDICATORS);
    await Promise.resolve();
    expect(reads).toEqual([]);
    feed.want({ ...NO_INDICATORS, atr: true });
    await vi.waitFor(() => expect(host.onChunk).toHaveBeenCalledTimes(2));
    for (let from = 0; from < CHUNK_BARS - 100; from += 50) feed.show({ level: 0, from, to: from + 100 });
    feed.want({ ...NO_INDICATORS, atr: true });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(reads).toHaveLength(2);
  });

  it('has no features where a candle stands for several bars, and no VWAP where it lasts longer than four hours', async () => {
    const { feed, host } = makeFeed();
    feed.want(everything);
    feed.show({ level: 1, from: 0, to: 100 });
    await vi.waitFor(() => expect(host.onChunk).toHaveBeenCalled());
    expect([feed.chunkOf(1, 0)!.features, feed.chunkOf(1, 0)!.lines.vwap === null]).toEqual([null, false]);
    const daily = makeFeed();
    const slow = new IndicatorFeed(fakeSource(bars).source, { ...seriesOf(bars, 1), timeframeMs: 86_400_000 }, clock, daily.host);
    slow.want(everything);
    slow.show({ level: 0, from: 0, to: 100 });
    await vi.waitFor(() => expect(daily.host.onChunk).toHaveBeenCalled());
    expect([slow.chunkOf(0, 0)!.lines.vwap, slow.chunkOf(0, 0)!.features === null]).toEqual([null, false]);
  });

  it('keeps what it has until the new is there, and lets it go when all is switched off', async () => {
    const { feed, host } = makeFeed();
    feed.want({ ...NO_INDICATORS, ema: true });
    feed.show({ level: 0, from: 0, to: 100 });
    await vi.waitFor(() => expect(host.onChunk).toHaveBeenCalledTimes(2));
    feed.want({ ...NO_INDICATORS, ema: true, atr: true });
    expect(feed.chunkOf(0, 0)!.lines.ema20).not.toBeNull();
    await vi.waitFor(() => expect(feed.chunkOf(0, 0)!.lines.atr).not.toBeNull());
    feed.want(NO_INDICATORS);
    expect(feed.chunkOf(0, 0)).toBeUndefined();
  });

  it('tells once when bars cannot be read, and goes on when they can again', async () => {
    const failure = { isOver: false };
    const { feed, host } = makeFeed(failure);
    feed.want(everything);
    feed.show({ level: 0, from: 0, to: 100 });
    await vi.waitFor(() => expect(host.onError).toHaveBeenCalled());
    feed.show({ level: 0, from: 50, to: 150 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(host.onError.mock.calls.map(([error]) => (error as Error).message)).toEqual(['the disk is gone']);
    failure.isOver = true;
    feed.resume();
    await vi.waitFor(() => expect(feed.chunkOf(0, 0)?.lines.atr).toBeDefined());
    expect(host.onError).toHaveBeenCalledTimes(1);
  });
});
