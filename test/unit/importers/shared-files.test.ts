import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BAR_COLUMN_NAMES, viewBars, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { importBarsFrom } from '../../../src/main/importers/import-bars.ts';
import { SILENT } from '../../../src/main/importers/monitor.ts';
import { previewBars } from '../../../src/main/importers/recognise/preview-bars.ts';
import { openSource } from '../../../src/main/importers/source/open-source.ts';
import { reportOf } from './import-text.ts';
import { hasSharedData, NO_SHARED_DATA, readManifest, SHARED_DATA } from './shared-data.ts';

/** What a person would say of each file: format, symbol, timeframe, and where its first and last bar open. */
const EXPECTED: Readonly<Record<string, readonly [format: string, symbol: string, timeframe: number, first: string, last: string]>> = {
  'eurusd_m1_histdata_2017H1.csv.gz': ['histdata', 'EURUSD', 60_000, '2017-01-02T07:00', '2017-06-30T21:58'],
  'DAT_ASCII_EURUSD_M1_201703.csv': ['histdata', 'EURUSD', 60_000, '2017-03-01T05:00', '2017-03-31T21:58'],
  'spy_1m_ninjatrader_201103.txt': ['ninjatrader', 'SPY', 60_000, '2011-03-01T09:00', '2011-03-31T23:58'],
  'btcperp_1m_iso_naive_202201.csv': ['csv', 'BTCPERP', 60_000, '2021-12-31T23:01', '2022-02-01T05:31'],
  'gbpusd_m1_bid_iso_utc_201202.csv': ['csv', 'GBPUSD', 60_000, '2012-02-01T00:00', '2012-03-01T00:00'],
  'binance_klines_noheader_ADABTC_20211127.csv': ['binance-klines', 'ADABTC', 60_000, '2021-11-27T00:00', '2021-11-27T00:09'],
  'lean_es_20131007_trade.zip': ['lean', 'ES201312', 60_000, '2013-10-07T00:00', '2013-10-07T23:59'],
  'lean_es_20131008_trade.zip': ['lean', 'ES201312', 60_000, '2013-10-08T00:00', '2013-10-08T23:59'],
  'lean_es_20131009_trade.zip': ['lean', 'ES201312', 60_000, '2013-10-09T00:00', '2013-10-09T23:59'],
  'sp500_index_1m_us_dates_OCHL_201911.csv': ['csv', 'SP500', 60_000, '2019-11-05T09:30', '2019-11-08T15:59'],
  'aapl_daily_yahoo_2004_2018.csv': ['yahoo', 'AAPL', 86_400_000, '2004-08-19T00:00', '2018-01-19T00:00'],
  'jpyusd_daily_barchart_descending.csv': ['barchart', 'JPYUSD', 86_400_000, '2018-03-12T00:00', '2020-03-11T00:00'],
  'uniusdt_m15_tab.tsv': ['csv', 'UNIUSDT', 900_000, '2020-09-17T03:00', '2023-09-11T10:30'],
  'unittest_btc_1m_freqtrade_ms.json': ['freqtrade', 'UNITTEST/BTC', 60_000, '2017-11-04T23:02', '2017-11-14T22:59'],
  'derived_binance_klines_noheader_btcperp.csv': ['binance-klines', 'BTCPERP', 60_000, '2021-12-31T23:01', '2022-01-14T20:20'],
  'derived_unix_seconds_btcperp.csv': ['tradingview', 'BTCPERP', 60_000, '2021-12-31T23:01', '2022-01-14T20:20'],
  'derived_btcperp_1m_snappy.parquet': ['parquet', 'BTCPERP', 60_000, '2021-12-31T23:01', '2022-02-01T05:31'],
  'derived_btcperp_1m_zstd_f32_ms.parquet': ['parquet', 'BTCPERP', 60_000, '2021-12-31T23:01', '2022-01-14T20:20'],
  'derived_mt5_gbpusd_m1.csv': ['metatrader', 'GBPUSD', 60_000, '2012-02-01T00:00', '2012-03-01T00:00'],
  'derived_databento_ohlcv1m_ESZ3_201310.csv': ['databento', 'ESZ3', 60_000, '2013-10-06T22:00', '2013-10-11T21:14'],
  'damaged_spy_1m_201103.csv': ['csv', 'SPY', 60_000, '2011-03-01T09:01', '2011-03-15T15:45'],
};

const open = (file: string) => openSource(join(SHARED_DATA, file), file);
const bars = async (file: string) => (await importBarsFrom(await open(file), {}, SILENT)).clean.bars;

/**
 * The columns in which two files differ. Volumes may differ in their last digit: some of these files were written from
 * sums that were rounded apart.
 */
function differences(found: BarColumns, expected: BarColumns): readonly string[] {
  const isNear = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= 1e-9 * a;
  return BAR_COLUMN_NAMES.filter((name) => {
    const same = name === 'volume' ? isNear : Object.is;
    return found[name].length !== expected[name].length || !found[name].every((value, i) => same(value, expected[name][i]));
  });
}

describe.skipIf(!hasSharedData)(`the real files${hasSharedData ? '' : ` (${NO_SHARED_DATA})`}`, () => {
  it('are all expected', () => {
    expect(readManifest().map((entry) => entry.file).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(readManifest().map((entry) => [entry.file, entry] as const))('%s', async (file, { sanity }) => {
    const source = await open(file);
    const preview = await previewBars(source, {});
    const imported = await importBarsFrom(source, preview.options, SILENT);
    const { counts } = reportOf(imported);
    const { time } = imported.clean.bars;
    const minute = (at: number) => new Date(at).toISOString().slice(0, 16);

    expect(counts.dataRows).toBe(sanity?.rows);
    expect(counts.added + counts.duplicatesExact + counts.duplicatesConflicting + counts.rejected).toBe(counts.dataRows);
    expect([preview.options.format, preview.options.symbol, preview.options.timeframeMs, minute(time[0]), minute(time[time.length - 1])]).toEqual(
      EXPECTED[file],
    );
    if (file.startsWith('damaged')) return;
    expect(counts.rejected).toBe(0);
    expect(counts.duplicatesExact + counts.duplicatesConflicting).toBe(sanity?.dup_ts ?? 0);
    if (sanity?.gaps_over_median != null) expect(counts.gaps).toBe(sanity.gaps_over_median);
    expect(imported.options).toEqual(preview.options);
  });

  it('agree where they hold the same bars in another format', async () => {
    const iso = await bars('btcperp_1m_iso_naive_202201.csv');
    expect(differences(await bars('derived_btcperp_1m_snappy.parquet'), iso)).toEqual([]);
    for (const file of ['derived_btcperp_1m_zstd_f32_ms.parquet', 'derived_binance_klines_noheader_btcperp.csv', 'derived_unix_seconds_btcperp.csv']) {
      expect(differences(await bars(file), viewBars(iso, 0, 20_000))).toEqual([]);
    }
    const pounds = await bars('gbpusd_m1_bid_iso_utc_201202.csv');
    const metatrader = await bars('derived_mt5_gbpusd_m1.csv');
    expect(differences(metatrader, pounds)).toEqual(['volume']);
  });

  it('of a LEAN zip, the other contracts can be chosen', async () => {
    const source = await open('lean_es_20131008_trade.zip');
    const preview = await previewBars(source, {});
    expect(preview.members.map(({ name, rows }) => [name.slice(-10, -4), rows])).toEqual([
      ['201312', 1372],
      ['201403', 342],
      ['201406', 6],
      ['201409', 1],
    ]);
    const { options, clean } = await importBarsFrom(source, { member: preview.members[1].name }, SILENT);
    expect([options.symbol, clean.bars.time.length]).toEqual(['ES201403', 342]);
  });

  it('of HistData and NinjaTrader, each can be read as the other', async () => {
    const spy = await open('spy_1m_ninjatrader_201103.txt');
    const asHistData = await importBarsFrom(spy, { format: 'histdata' }, SILENT);
    expect(asHistData.options).toMatchObject({ timeZone: 'UTC-05:00', stampsAreBarEnd: false, columns: { volume: 5 } });
    expect(new Date(asHistData.clean.bars.time[0]).toISOString()).toBe('2011-03-01T14:01:00.000Z');
    const asOpening = await importBarsFrom(spy, { stampsAreBarEnd: false }, SILENT);
    expect(new Date(asOpening.clean.bars.time[0]).toISOString()).toBe('2011-03-01T09:01:00.000Z');
    const preview = await previewBars(spy, {});
    expect(preview.notes.join(' ')).toContain('shifted back by 1m');
  });
});
