import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importContent, listBars, previewContent, reportOf } from './import-text.ts';

/** Two bars of one market, as they read in every format below. */
const TWO_BARS = [
  { time: '2024-01-02T10:00:00.000Z', open: 10.5, high: 12.25, low: 9.75, close: 11.5, volume: 100 },
  { time: '2024-01-02T10:01:00.000Z', open: 11.5, high: 13.25, low: 10.75, close: 12.5, volume: 110 },
];
const prices = (i: number, separator: string): string => [TWO_BARS[i].open, TWO_BARS[i].high, TWO_BARS[i].low, TWO_BARS[i].close].join(separator);
const rows = (make: (i: number) => string): string => [0, 1].map(make).join('\n');
const ms = (i: number): number => Date.parse(TWO_BARS[i].time);
const withHeader = (header: string, make: (i: number) => string): string => `${header}\n${rows(make)}\n`;

const kline = (i: number, unit: number): string =>
  [ms(i) * unit, prices(i, ','), TWO_BARS[i].volume, (ms(i) + 60_000) * unit - 1, '0', 7, '0', '0', 0].join(',');
const KLINE_HEADER = 'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore';

const FILES: Readonly<Record<string, readonly [format: string, name: string, text: string]>> = {
  'ISO with a zone': ['csv', 'abc_1m.csv', withHeader('timestamp,open,high,low,close,volume', (i) => `2024-01-02T12:0${i}:00+02:00,${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'ISO without seconds': ['csv', 'abc_1m.csv', withHeader('Date,Open,High,Low,Close,Volume', (i) => `2024-01-02 10:0${i},${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'bars separated by |': ['csv', 'abc.txt', withHeader('time|o|h|l|c|v', (i) => `2024-01-02 10:0${i}:00|${prices(i, '|')}|${TWO_BARS[i].volume}`)],
  'columns in an odd order': ['csv', 'abc.csv', withHeader('volume,close,low,high,open,time', (i) => `${TWO_BARS[i].volume},${prices(i, ',').split(',').reverse().join(',')},2024-01-02 10:0${i}`)],
  'date and time apart': ['csv', 'abc.csv', withHeader('date,time,open,high,low,close,vol', (i) => `2024-01-02,10:0${i},${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'US dates with AM and PM': ['csv', 'abc.csv', withHeader('Date,Open,High,Low,Close,Volume', (i) => `1/2/2024 10:0${i} AM,${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'days first': ['csv', 'abc.csv', withHeader('Gmt time;Open;High;Low;Close;Volume', (i) => `02.01.2024 10:0${i}:00.000;${prices(i, ';')};${TWO_BARS[i].volume}`)],
  'decimal commas': ['csv', 'abc.csv', withHeader('time;open;high;low;close;volume', (i) => `2024-01-02 10:0${i};${prices(i, ';').replaceAll('.', ',')};${TWO_BARS[i].volume}`)],
  'quotes, currency and thousands': ['csv', 'abc.csv', withHeader('Date,Close/Last,Volume,Open,High,Low', (i) => [`2024-01-02 10:0${i}`, `"$${TWO_BARS[i].close}"`, `"${TWO_BARS[i].volume}"`, TWO_BARS[i].open, TWO_BARS[i].high, TWO_BARS[i].low].join(','))],
  'an index of pandas': ['csv', 'abc.csv', withHeader(',open,high,low,close,volume', (i) => `2024-01-02 10:0${i}:00+00:00,${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'an index of pandas that was read back': ['csv', 'abc.csv', withHeader('Unnamed: 0,open,high,low,close,volume', (i) => `2024-01-02 10:0${i}:00,${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'a delimiter too many in every row': ['csv', 'abc.csv', withHeader('volume,close,low,high,open,time', (i) => `${TWO_BARS[i].volume},${prices(i, ',').split(',').reverse().join(',')},2024-01-02 10:0${i},`)],
  'columns lined up with spaces': ['csv', 'abc.txt', withHeader('date        time   open   high    low  close  volume', (i) => `2024-01-02  10:0${i}  ${prices(i, '   ')}    ${TWO_BARS[i].volume}`)],
  'years of two digits': ['csv', 'abc.csv', withHeader('Date,Time,Open,High,Low,Close,Volume', (i) => `01/02/24,10:0${i},${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'Interactive Brokers': ['csv', 'abc.csv', withHeader('date,open,high,low,close,volume,average,barCount', (i) => `20240102  10:0${i}:00,${prices(i, ',')},${TWO_BARS[i].volume},11,7`)],
  'Polygon': ['csv', '2024-01-02.csv', withHeader('ticker,volume,open,close,high,low,window_start,transactions', (i) => `ABC,${TWO_BARS[i].volume},${TWO_BARS[i].open},${TWO_BARS[i].close},${TWO_BARS[i].high},${TWO_BARS[i].low},${ms(i)}000000,3`)],
  'no header': ['csv', 'abc.csv', rows((i) => `2024-01-02 10:0${i},${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'lines before the header': ['csv', 'abc.csv', `https://www.example.com\n${withHeader('Date,Open,High,Low,Close,Volume ABC', (i) => `2024-01-02 10:0${i},${prices(i, ',')},${TWO_BARS[i].volume}`)}`],
  'NinjaTrader': ['ninjatrader', 'ABC 03-24.Last.txt', rows((i) => `20240102 100${i + 1}00;${prices(i, ';')};${TWO_BARS[i].volume}`)],
  'Binance without a header': ['binance-klines', 'ABCUSDT-1m-2024-01-02.csv', rows((i) => kline(i, 1))],
  'Binance with a header': ['binance-klines', 'ABCUSDT-1m-2024-01-02.csv', withHeader(KLINE_HEADER, (i) => kline(i, 1))],
  'Binance in microseconds': ['binance-klines', 'ABCUSDT-1m-2024-01-02.csv', rows((i) => kline(i, 1000))],
  'Binance from the interface': ['binance-klines', 'klines.json', JSON.stringify([0, 1].map((i) => kline(i, 1).split(',').map((cell, column) => (column % 6 === 0 ? Number(cell) : cell))))],
  'Unix seconds': ['csv', 'abc.csv', withHeader('open,high,low,close,volume,time', (i) => `${prices(i, ',')},${TWO_BARS[i].volume},${ms(i) / 1000}`)],
  'Unix nanoseconds': ['csv', 'abc.csv', withHeader('ts,open,high,low,close,volume', (i) => `${ms(i)}000000,${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'TradingView in seconds': ['tradingview', 'BINANCE_ABC, 1.csv', withHeader('time,open,high,low,close,Volume,RSI', (i) => `${ms(i) / 1000},${prices(i, ',')},${TWO_BARS[i].volume},50`)],
  'TradingView in ISO': ['tradingview', 'BINANCE_ABC, 1.csv', withHeader('time,open,high,low,close,Volume', (i) => `2024-01-02T10:0${i}:00Z,${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'MetaTrader 5': ['metatrader', 'ABC_M1_2024.csv', withHeader('<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>', (i) => `2024.01.02\t10:0${i}:00\t${prices(i, '\t')}\t${TWO_BARS[i].volume}\t0\t1`)],
  'MetaTrader 4': ['metatrader', 'ABC1.csv', rows((i) => `2024.01.02,10:0${i},${prices(i, ',')},${TWO_BARS[i].volume}`)],
  'Databento': ['databento', 'glbx-mdp3-20240102.ohlcv-1m.csv', withHeader('ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol', (i) => `2024-01-02T10:0${i}:00.000000000Z,33,1,7,${prices(i, ',')},${TWO_BARS[i].volume},ABC`)],
  'Databento in fixed point': ['databento-fixed', 'glbx-mdp3-20240102.ohlcv-1m.csv', withHeader('ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol', (i) => `${ms(i)}000000,33,1,7,${prices(i, ',').split(',').map((price) => Number(price) * 1e9).join(',')},${TWO_BARS[i].volume},ABC`)],
  'freqtrade': ['freqtrade', 'ABC_USDT-1m.json', JSON.stringify([0, 1].map((i) => [ms(i), ...prices(i, ',').split(',').map(Number), TWO_BARS[i].volume]))],
  'JSON records': ['json', 'abc.json', JSON.stringify([0, 1].map((i) => ({ ...TWO_BARS[i], time: ms(i) })))],
  'LEAN': ['lean', '20240102_abc_minute_trade.csv', rows((i) => `${36_000_000 + i * 60_000},${prices(i, ',')},${TWO_BARS[i].volume}`)],
};

describe('a file is recognised and read', () => {
  it.each(Object.entries(FILES).map(([what, file]) => [what, ...file] as const))('%s', async (_, format, name, text) => {
    const { options } = await previewContent(text, name);
    expect(options.format).toBe(format);
    expect(options.timeframeMs).toBe(60_000);
    expect(listBars(await importContent(text, name))).toEqual(TWO_BARS);
  });

  const [, name, text] = FILES['ISO with a zone'];
  it.each([
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['without a last line end', text.trimEnd()],
    ['with carriage returns alone', text.replaceAll('\n', '\r')],
    ['with a byte-order mark', `\uFEFF${text}`],
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['in big-endian UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['in gzip', gzipSync(text)],
    ['in zip', zipSync({ 'readme.txt': strToU8('no bars'), 'abc_1m.csv': strToU8(text) })],
    ['in gzip in zip', zipSync({ 'abc_1m.csv.gz': gzipSync(text) })],
  ])('%s', async (_, content) => {
    const imported = await importContent(content, name);
    expect(listBars(imported)).toEqual(TWO_BARS);
    expect(imported.options.symbol).toBe('ABC');
  });
});

describe('HistData and NinjaTrader', () => {
  const text = (volume: number): string => rows((i) => `20240102 100${i}00;${prices(i, ';')};${volume}`);

  it('are told apart by the volume, which HistData always gives as 0', async () => {
    expect((await previewContent(text(0), 'abc.csv')).options).toMatchObject({ format: 'histdata', timeZone: 'UTC-05:00', stampsAreBarEnd: false });
    expect((await previewContent(text(5), 'abc.csv')).options).toMatchObject({ format: 'ninjatrader', timeZone: 'UTC', stampsAreBarEnd: true });
  });

  it('are told apart by the name', async () => {
    expect((await previewContent(text(5), 'DAT_ASCII_ABC_M1_2024.csv')).options.format).toBe('histdata');
  });

  it('can be corrected either way', async () => {
    const first = async (volume: number, corrections: object) => listBars(await importContent(text(volume), 'abc.csv', corrections))[0];
    expect(await first(5, { format: 'histdata' })).toEqual({ ...TWO_BARS[0], time: '2024-01-02T15:00:00.000Z', volume: 5 });
    expect(await first(0, { format: 'ninjatrader' })).toEqual({ ...TWO_BARS[0], time: '2024-01-02T09:59:00.000Z', volume: 0 });
    expect(await first(5, { stampsAreBarEnd: false })).toEqual({ ...TWO_BARS[0], volume: 5 });
    expect(await first(0, { timeZone: 'America/New_York' })).toEqual({ ...TWO_BARS[0], time: '2024-01-02T15:00:00.000Z', volume: null });
  });
});

describe('files with several contracts', () => {
  const columns = 'ts_event,rtype,open,high,low,close,volume,symbol';
  const row = (minute: number, volume: number, symbol: string): string => `2024-01-02T10:0${minute}:00Z,33,10,12,9,11,${volume},${symbol}`;
  const text = [columns, row(0, 5, 'ESH4'), row(0, 50, 'ESM4'), row(1, 6, 'ESH4'), row(1, 60, 'ESM4'), row(2, 7, 'ESH4')].join('\n');

  it('give the symbol with the most volume and list the rest', async () => {
    const preview = await previewContent(text);
    expect(preview.options).toMatchObject({ symbol: 'ESM4', member: 'ESM4' });
    expect(preview.members).toEqual([
      { name: 'ESM4', rows: 2, volume: 110 },
      { name: 'ESH4', rows: 3, volume: 18 },
    ]);
    expect(preview.notes.join(' ')).toContain('ESM4 is taken, which has the most volume; also in the file: ESH4.');
  });

  it('give another one when told so, with its own lines', async () => {
    const imported = await importContent(text, 'bars.csv', { member: 'ESH4' });
    expect(imported.options.symbol).toBe('ESH4');
    expect(reportOf(imported).counts).toMatchObject({ dataRows: 3, added: 3 });
    expect([0, 1, 2].map((index) => imported.table.line(index))).toEqual([2, 4, 6]);
  });

  it('may be a zip whose members hold several symbols', async () => {
    const zip = zipSync({ 'day.csv': strToU8(text), 'note.md': strToU8('# no bars here') });
    const preview = await previewContent(zip, 'days.zip');
    expect(preview.members.map((member) => member.name)).toEqual(['day.csv:ESM4', 'day.csv:ESH4']);
    expect((await importContent(zip, 'days.zip', { member: 'day.csv:ESH4' })).clean.bars.time.length).toBe(3);
    expect(preview.notes.join(' ')).toContain('Left out: note.md');
  });

  it('refuse a member that is not there', async () => {
    await expect(importContent(text, 'bars.csv', { member: 'ESZ4' })).rejects.toMatchObject({ kind: 'bad-file', nextStep: expect.stringContaining('ESM4') });
  });
});

describe('single habits', () => {
  it('Yahoo with and without an adjusted close gives Close', async () => {
    const daily = (header: string, cells: string): string => `${header}\n2024-01-02,10,12,9,${cells}\n2024-01-03,11,13,10,${cells}\n`;
    const adjusted = await previewContent(daily('Date,Open,High,Low,Close,Adj Close,Volume', '11,5.5,100'), 'AAPL.csv');
    expect(adjusted).toMatchObject({ options: { format: 'yahoo', symbol: 'AAPL', timeframeMs: 86_400_000 } });
    expect(adjusted.notes.join(' ')).toContain('Adj Close is left out');
    expect(adjusted.bars[0]).toMatchObject({ close: 11, volume: 100 });
    const plain = await previewContent(daily('Date,Open,High,Low,Close,Volume', '11,100'), 'AAPL_yahoo.csv');
    expect(plain.options.format).toBe('yahoo');
    expect(plain.bars[0]).toMatchObject({ close: 11, volume: 100 });
  });

  it('Barchart runs from new to old, which is no disorder, and ends in a line that is no row', async () => {
    const text = 'Time,Open,High,Low,Last,Change,Volume\n1/3/2024,11,13,10,12,1,5\n1/2/2024,10,12,9,11,-1.40E-05,4\nDownloaded from Barchart.com\n';
    const imported = await importContent(text, 'abc_daily.csv');
    expect(imported.options.format).toBe('barchart');
    expect(listBars(imported).map((bar) => [bar.time.slice(0, 10), bar.close])).toEqual([['2024-01-02', 11], ['2024-01-03', 12]]);
    const report = reportOf(imported);
    expect(report.counts).toMatchObject({ outOfOrder: 0, rejected: 1, dataRows: 3 });
    expect(report.rejected[0]).toMatchObject({ line: 4, reason: '1 cell where 7 are expected' });
    expect(report.notes.join(' ')).toContain('newest bar to the oldest');
  });

  it('a LEAN file of a US equity has its prices in ten-thousandths', async () => {
    const text = rows((i) => `${34_200_000 + i * 60_000},1676500,1677500,1675500,1677000,100`);
    const imported = await importContent(text, '20240102_spy_minute_trade.csv');
    expect(imported.options).toMatchObject({ format: 'lean-equity', symbol: 'SPY', timeZone: 'America/New_York' });
    expect(listBars(imported)[0]).toEqual({ time: '2024-01-02T14:30:00.000Z', open: 167.65, high: 167.75, low: 167.55, close: 167.7, volume: 100 });
  });

  it('MetaTrader takes traded volume where there is any', async () => {
    const header = '<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>';
    const imported = await importContent(`${header}\n2024.01.02\t10\t12\t9\t11\t7\t500\t1\n2024.01.03\t10\t12\t9\t11\t7\t500\t1\n`, 'ABC_Daily.csv');
    expect(listBars(imported)[0].volume).toBe(500);
  });

  it('a file without volume keeps it unknown, and says so', async () => {
    const imported = await importContent('time,open,high,low,close\n2024-01-02 10:00,10,12,9,11\n2024-01-02 10:01,10,12,9,11\n', 'abc.csv');
    expect(listBars(imported)[0].volume).toBeNull();
    expect(imported.notes).toContain('The file has no volume.');
  });

  it('a thin market takes its timeframe from the name where every step fits', async () => {
    const text = withHeader('time,open,high,low,close', (i) => `2024-01-02 10:0${3 * i},10,12,9,11`);
    expect((await previewContent(text, 'abc_1m.csv')).options.timeframeMs).toBe(60_000);
    expect((await previewContent(text, 'abc.csv')).options.timeframeMs).toBe(180_000);
    expect((await previewContent(text, 'abc_1h.csv')).options.timeframeMs).toBe(180_000);
  });
});

describe('corrections', () => {
  const text = 'a,b,c,d,e\n2024-01-02 10:00,12,10,9,11\n2024-01-02 10:01,13,11,10,12\n';

  it('name the columns that no name tells', async () => {
    const preview = await previewContent(text);
    expect(preview).toMatchObject({ options: { format: 'csv', columns: {} }, bars: [null, null] });
    expect(preview.notes.join(' ')).toContain('choose those of time, open');
    await expect(importContent(text)).rejects.toMatchObject({ kind: 'bad-file', message: expect.stringContaining('a, b, c, d, e') });
    const columns = { time: 0, high: 1, open: 2, low: 3, close: 4 };
    const imported = await importContent(text, 'abc.csv', { columns });
    expect(listBars(imported)[0]).toMatchObject({ open: 10, high: 12, low: 9, close: 11 });
  });

  it('take precedence over all that is detected', async () => {
    const columns = { time: 0, high: 1, open: 2, low: 3, close: 4 };
    const given = { symbol: 'XYZ', timeframeMs: 300_000, timeZone: 'Asia/Tokyo', hasHeader: false, timeFormat: 'iso', columns };
    const { options, bars } = await previewContent(text.split('\n').slice(1).join('\n'), 'abc_1m.csv', given);
    expect(options).toMatchObject(given);
    expect(bars[0]?.time).toBe(Date.UTC(2024, 0, 2, 1));
  });

  it('of a format that is unknown are refused', async () => {
    await expect(previewContent(text, 'abc.csv', { format: 'betamax' })).rejects.toMatchObject({ kind: 'bad-file', nextStep: expect.stringContaining('histdata') });
  });
});

describe('prices of thousands', () => {
  it('are read with decimal commas and points between the thousands', async () => {
    const imported = await importContent('Date;Open;High;Low;Close;Volume\n02.01.2024;999,50;1.001,25;998,00;1.000,75;1.234.567\n03.01.2024;1.000,00;1.002,00;999,75;1.001;1.234\n', 'abc.csv');
    expect(listBars(imported).map(({ open, high, close, volume }) => [open, high, close, volume])).toEqual([
      [999.5, 1001.25, 1000.75, 1_234_567],
      [1000, 1002, 1001, 1234],
    ]);
  });
});

describe('QuantConnect’s daily and hourly equities', () => {
  const text = '20240102 00:00,4725000,4731200,4700000,4712500,100\n20240103 00:00,4712500,4720000,4690000,4700000,110\n';

  it('are in ten-thousandths of a dollar, at New York time', async () => {
    const imported = await importContent(zipSync({ 'spy.csv': strToU8(text) }), 'spy.zip');
    expect(imported.options).toMatchObject({ format: 'lean-equity', timeZone: 'America/New_York', timeframeMs: 86_400_000, symbol: 'SPY' });
    expect(listBars(imported)[0]).toEqual({ time: '2024-01-02T05:00:00.000Z', open: 472.5, high: 473.12, low: 470, close: 471.25, volume: 100 });
  });

  it('are not taken for an index of five digits', async () => {
    const index = '20240102 00:00,33464,33471,33288,33390,100\n20240103 00:00,33391,33412,33250,33288,110\n';
    expect((await previewContent(index, 'nikkei.csv')).options.format).toBe('csv');
  });
});

describe('archives', () => {
  it.each([
    ['a zip in a zip', zipSync({ 'inner.zip': zipSync({ 'abc.csv': strToU8('time') }) }), /zip within the zip/],
    ['an empty zip', zipSync({}), /holds no files/],
  ])('%s is refused in words', async (_, content, words) => {
    await expect(previewContent(content, 'abc.zip')).rejects.toThrow(words);
  });
});

describe('the symbol in a name', () => {
  it('is the pair that MetaTrader 4 writes before the minutes of a bar', async () => {
    expect((await previewContent(FILES['MetaTrader 4'][2], 'EURUSD1440.csv')).options.symbol).toBe('EURUSD');
  });
});

describe('stamps of New York in the night in which clocks are set back', () => {
  const clock = new Intl.DateTimeFormat('sv', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'medium' });
  const night = (step: number) => Array.from({ length: (24 * 60) / step }, (_, i) => Date.UTC(2023, 10, 4, 20) + i * step * 60_000);
  const text = (times: readonly number[]): string => `time,open,high,low,close\n${times.map((at, i) => `${clock.format(at)},${10 + (i % 7)},20,5,12`).join('\n')}\n`;
  const timesOf = async (times: readonly number[], step: number) =>
    (await importContent(text(times), 'abc.csv', { timeZone: 'America/New_York', timeframeMs: step * 60_000 })).clean;

  it.each([1, 5, 30, 60, 120])('are all told apart in bars of %i minutes, in either order', async (step) => {
    const times = night(step);
    for (const written of [times, times.toReversed()]) {
      const { bars, rejected, conflicting } = await timesOf(written, step);
      expect([...bars.time]).toEqual(times);
      expect([rejected, conflicting]).toEqual([[], []]);
    }
  });

  it('are duplicates where a minute stands there twice', async () => {
    const times = night(1);
    const twice = times.indexOf(Date.UTC(2023, 10, 5, 5, 15));
    const { bars, exact, conflicting } = await timesOf(times.toSpliced(twice, 0, times[twice]), 1);
    expect([...bars.time]).toEqual(times);
    expect(exact.length + conflicting.length).toBe(1);
  });
});
