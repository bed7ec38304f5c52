import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import type { DatasetReport } from '../../../src/shared/contract/imports.ts';
import { newEditId, newJobId } from '../../../src/shared/domain/ids.ts';
import { barIndex } from '../../../src/shared/domain/time.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';

const DATASETS = join(import.meta.dirname, '../../../../shared/datasets');
const hasDatasets = existsSync(join(DATASETS, 'ref210.json.gz'));

interface RawWindow {
  id: string;
  symbol: string;
  start_ts: string;
  span_start: number;
  span_end: number;
  type: string;
  confidence: number;
  split: string;
  bars: number[][];
}
const readRaw = (name: string): { readonly windows: readonly RawWindow[] } =>
  JSON.parse(gunzipSync(readFileSync(join(DATASETS, `${name}.json.gz`))).toString());

let workplace: Workplace;
let core: Core;

beforeEach(() => {
  workplace = makeWorkplace();
  core = workplace.open();
});
afterEach(async () => {
  await core.close();
  workplace.remove();
});

const importDataset = (path: string): Promise<DatasetReport> =>
  valueOf(core.api.importDataset({ file: core.grantFile(path), jobId: newJobId() }));

describe.skipIf(!hasDatasets)(`the reference datasets${hasDatasets ? '' : ' (skipped: ../shared/datasets is absent)'}`, () => {
  it.each([
    ['ref210', 210, { EURUSD: 22_050 }, { train: 168, val: 42 }],
    ['ref2000', 2000, undefined, { train: 1600, val: 399, embargo: 1 }],
  ] as const)('%s gives every window, its span and the union of the bars', async (name, count, bars, parts) => {
    const raw = readRaw(name);
    const report = await importDataset(join(DATASETS, `${name}.json.gz`));
    expect(report).toMatchObject({ name, windows: count, spans: count, alreadyPresent: 0 });
    const union = Map.groupBy(new Set(raw.windows.flatMap((window) => window.bars.map((bar) => `${window.symbol} ${bar[0]}`))), (key) => key.split(' ')[0]);
    for (const series of report.series) {
      expect(series).toMatchObject({ origin: name, timeframeMs: 60_000, barCount: union.get(series.symbol)?.length });
      if (bars !== undefined) expect(series.barCount).toBe(bars[series.symbol as keyof typeof bars]);
    }

    const pages = [0, 1000].map((offset) => valueOf(core.api.listWindows({ offset, limit: 1000 })));
    const windows = (await Promise.all(pages)).flatMap((page) => page.windows);
    expect(windows).toHaveLength(count);
    const splits = Object.fromEntries([...Map.groupBy(windows, (window) => window.split)].map(([part, some]) => [part, some.length]));
    expect(splits).toEqual(parts);
    expect(windows.every((window) => window.state === 'reviewed' && window.dataset === name && window.spans === 1 && window.length === 105)).toBe(true);
    const symbols = new Map(report.series.map((series) => [series.id, series.symbol]));
    const found = new Map(windows.map((window) => [`${symbols.get(window.seriesId)} ${window.startTime}`, window]));
    for (const expected of raw.windows.filter((_, index) => index % 37 === 0)) {
      const window = found.get(`${expected.symbol} ${Date.parse(expected.start_ts)}`)!;
      const { spans, fromIndex } = await valueOf(core.api.readWindow({ windowId: window.id }));
      expect(spans).toHaveLength(1);
      expect(spans[0]).toMatchObject({
        windowId: window.id,
        startTime: expected.bars[expected.span_start][0],
        endTime: expected.bars[expected.span_end][0],
        confidence: expected.confidence,
        type: expected.type,
        source: 'import',
      });
      const slice = await valueOf(core.api.readBars({ seriesId: window.seriesId, level: 0, fromIndex: barIndex(fromIndex), count: 105 }));
      expect([...slice.bars.time]).toEqual(expected.bars.map((bar) => bar[0]));
      expect([...slice.bars.close]).toEqual(expected.bars.map((bar) => bar[4]));
    }
  });

  it('add nothing when imported again, and bring no deleted label back', async () => {
    const path = join(DATASETS, 'ref210.json.gz');
    await importDataset(path);
    const { windows } = await valueOf(core.api.listWindows({ offset: 0, limit: 1 }));
    const { spans } = await valueOf(core.api.readWindow({ windowId: windows[0].id }));
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'delete-span', id: spans[0].id } }));

    expect(await importDataset(path)).toMatchObject({ windows: 0, spans: 0, alreadyPresent: 420 });
    expect((await valueOf(core.api.readWindow({ windowId: windows[0].id }))).spans).toEqual([]);
    expect((await valueOf(core.api.readProject({})))).toMatchObject({ windows: 210, spans: 209 });
  });

  it('stand beside each other', async () => {
    await importDataset(join(DATASETS, 'ref210.json.gz'));
    await importDataset(join(DATASETS, 'ref2000.json.gz'));
    expect(await valueOf(core.api.readProject({}))).toMatchObject({ series: 4, windows: 2210, spans: 2210 });
  });
});

describe('a dataset', () => {
  const bar = (minute: number, close = 10): number[] => [Date.UTC(2024, 0, 2, 10, minute), 10, 12, 9, close, 5];
  const window = (changes: Partial<Record<keyof RawWindow, unknown>> = {}) => ({
    id: 'w1',
    symbol: 'ABC',
    start_ts: '2024-01-02T10:00:00Z',
    span_start: 1,
    span_end: 2,
    type: 'retracement',
    confidence: 0.5,
    split: 'train',
    bars: [0, 1, 2, 3].map((minute) => bar(minute)),
    ...changes,
  });
  const write = (windows: readonly object[], name = 'mine'): string => {
    const path = join(workplace.folder, 'mine.json.gz');
    writeFileSync(path, gzipSync(JSON.stringify({ meta: { name, span_end_inclusive: true }, windows })));
    return path;
  };

  it('is shown before it is imported', async () => {
    const file = core.grantFile(write([window()]));
    expect(await valueOf(core.api.previewImport({ file }))).toMatchObject({ kind: 'dataset', name: 'mine', windows: 1, spans: 1, symbols: ['ABC'] });
    expect(await valueOf(core.api.listSeries({}))).toEqual([]);
  });

  it('may hold windows without an expansion', async () => {
    const report = await importDataset(write([window({ span_start: null, span_end: null })]));
    expect(report).toMatchObject({ windows: 1, spans: 0 });
    expect((await valueOf(core.api.listWindows({ offset: 0, limit: 1 }))).windows[0]).toMatchObject({ state: 'reviewed', spans: 0 });
  });

  it.each([
    ['a span beyond its bars', [window({ span_end: 4 })], /w1: its span 1 to 4/],
    ['a span that ends before it starts', [window({ span_start: 3 })], /w1: its span 3 to 2/],
    ['a confidence of 0', [window({ confidence: 0 })], /w1: "confidence"/],
    ['an unknown type', [window({ type: 'breakout' })], /w1: "type"/],
    ['an unknown part', [window({ split: 'dev' })], /w1: "split"/],
    ['a wrong start', [window({ start_ts: '2024-01-02T10:01:00Z' })], /w1: "start_ts"/],
    ['an impossible bar', [window({ bars: [[Date.UTC(2024, 0, 2, 10), 10, 9, 12, 10, 5]] })], /w1: bar 1/],
    ['bars out of order', [window({ bars: [bar(0), bar(2), bar(1)] })], /w1: the time of bar 3/],
    ['windows that disagree on a bar', [window(), window({ id: 'w2', bars: [0, 1, 2, 3].map((minute) => bar(minute, 11)) })], /w2: its bar at 2024-01-02T10:00/],
    ['windows with bars between those of another', [window(), window({ id: 'w2', bars: [bar(0), bar(3)], span_start: 0, span_end: 1 })], /w2: its 2 bars are not consecutive/],
  ])('with %s is refused, and nothing is written', async (_, windows, message) => {
    const outcome = await core.api.importDataset({ file: core.grantFile(write(windows)), jobId: newJobId() });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'bad-file', message: expect.stringMatching(message) } });
    expect(await valueOf(core.api.readProject({}))).toMatchObject({ series: 0, windows: 0, spans: 0 });
  });

  it('of a name that is taken by other bars is refused as a whole', async () => {
    await importDataset(write([window()]));
    const other = write([window({ id: 'w2', bars: [4, 5, 6, 3].sort().map((minute) => bar(minute, 11)), start_ts: '2024-01-02T10:03:00Z' })]);
    const outcome = await core.api.importDataset({ file: core.grantFile(other), jobId: newJobId() });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict', message: expect.stringContaining('10:03') } });
    expect(await valueOf(core.api.readProject({}))).toMatchObject({ bars: 4, windows: 1, spans: 1 });
  });

  it('is not what a list of bars is', async () => {
    const path = join(workplace.folder, 'bars.json');
    writeFileSync(path, JSON.stringify([bar(0), bar(1)]));
    const outcome = await core.api.importDataset({ file: core.grantFile(path), jobId: newJobId() });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'bad-file', message: expect.stringContaining('no dataset') } });
  });
});
