import { describe, expect, it } from 'vitest';
import { seriesId } from '../../../src/shared/domain/ids.ts';
import { findOrCreateSeries, listSeries, readSeries, setSeriesTimeZone, type SeriesDraft } from '../../../src/main/store/queries/series.ts';
import { memoryStore, MINUTE, seriesOf } from './fixtures.ts';

const draft: SeriesDraft = { symbol: 'ABC', timeframeMs: MINUTE, origin: '', timeZone: 'UTC', priceDecimals: 2, hasVolume: false };

describe('series', () => {
  it('are one for each symbol, timeframe and origin', () => {
    const db = memoryStore();
    const first = findOrCreateSeries(db, draft);
    expect(first).toEqual({ ...draft, id: 1, barCount: 0, firstTime: null, lastTime: null, levels: 1 });
    expect(findOrCreateSeries(db, draft)).toEqual(first);
    const others = [{ symbol: 'DEF' }, { timeframeMs: 5 * MINUTE }, { origin: 'ref210' }].map((change) => findOrCreateSeries(db, { ...draft, ...change }).id);
    expect(new Set([first.id, ...others]).size).toBe(4);
    expect(listSeries(db).map(({ symbol, timeframeMs, origin }) => `${symbol} ${timeframeMs} ${origin}`)).toEqual([
      'ABC 60000 ',
      'ABC 60000 ref210',
      'ABC 300000 ',
      'DEF 60000 ',
    ]);
  });

  it('learn finer prices and volume from a later file, and keep the time zone that was chosen', () => {
    const db = memoryStore();
    const { id } = findOrCreateSeries(db, draft);
    setSeriesTimeZone(db, id, 'America/New_York');
    const later = findOrCreateSeries(db, { ...draft, timeZone: 'Asia/Tokyo', priceDecimals: 5, hasVolume: true });
    expect(later).toMatchObject({ id, timeZone: 'America/New_York', priceDecimals: 5, hasVolume: true });
    expect(findOrCreateSeries(db, draft)).toEqual(later);
  });

  it('know the bars of their own alone', () => {
    const db = memoryStore();
    const long = seriesOf(db, 5000, 'LONG');
    const short = seriesOf(db, 10, 'SHORT');
    expect(readSeries(db, long)).toMatchObject({ barCount: 5000, firstTime: 0, lastTime: 4999 * MINUTE, levels: 2 });
    expect(readSeries(db, short)).toMatchObject({ barCount: 10, levels: 1 });
    expect(() => readSeries(db, seriesId(9))).toThrow('The project has no series 9.');
  });
});
