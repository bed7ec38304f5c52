import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import type { BarsPreview, ImportOptions, ImportReport } from '../../../src/shared/contract/imports.ts';
import { newJobId } from '../../../src/shared/domain/ids.ts';
import { barIndex } from '../../../src/shared/domain/time.ts';
import { hasSharedData, NO_SHARED_DATA, readManifest, SHARED_DATA } from '../../unit/importers/shared-data.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';

const BARS = ['2024-01-02 10:00:00,10,12,9,11,100', '2024-01-02 10:01:00,11,13,10,12,110', '2024-01-02 10:02:00,12,14,11,13,120'];
const csv = (rows: readonly string[]): string => `time,open,high,low,close,volume\n${rows.join('\n')}\n`;

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

async function preview(path: string, options: Partial<ImportOptions> = {}): Promise<BarsPreview> {
  const shown = await valueOf(core.api.previewImport({ file: core.grantFile(path), options }));
  if (shown.kind === 'bars') return shown;
  throw new Error('bars expected');
}

async function importFile(path: string, corrections: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const { options } = await preview(path, corrections);
  return valueOf(core.api.importBars({ file: core.grantFile(path), options, jobId: newJobId() }));
}

function write(name: string, rows: readonly string[]): string {
  const path = join(workplace.folder, name);
  writeFileSync(path, csv(rows));
  return path;
}

async function readAll(report: ImportReport) {
  const { bars } = await valueOf(core.api.readBars({ seriesId: report.series.id, level: 0, fromIndex: barIndex(0), count: 24_000 }));
  return bars;
}

describe.skipIf(!hasSharedData)(`every real file${hasSharedData ? '' : ` (${NO_SHARED_DATA})`}`, () => {
  it.each(readManifest().map((entry) => [entry.file, entry.sanity?.rows] as const))(
    '%s is stored with every row accounted for, and importing it again adds nothing',
    async (file, rows) => {
      const path = join(SHARED_DATA, file);
      const { counts, series } = await importFile(path);
      expect(counts.dataRows).toBe(rows);
      expect(series.barCount).toBe(counts.added);
      expect(counts.added + counts.duplicatesExact + counts.duplicatesConflicting + counts.rejected).toBe(rows);

      const again = await importFile(path);
      expect(again.series).toEqual(series);
      expect(again.counts).toEqual({ ...counts, added: 0, alreadyPresent: counts.added });
    },
  );

  it('186,348 bars within seconds, with progress', async () => {
    const seen: number[] = [];
    core.onEvent((event) => {
      if (event.kind === 'job-progress') seen.push(event.progress.done);
    });
    const started = performance.now();
    const { counts, seconds } = await importFile(join(SHARED_DATA, 'eurusd_m1_histdata_2017H1.csv.gz'));
    expect(counts.added).toBe(186_348);
    // Measured at about one second; the margin is for a busy machine.
    expect((performance.now() - started) / 1000).toBeLessThan(15);
    expect(seconds).toBeGreaterThan(0);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('three days of a LEAN contract join into one series', async () => {
    for (const day of ['07', '08', '09']) await importFile(join(SHARED_DATA, `lean_es_201310${day}_trade.zip`));
    const [series, ...others] = await valueOf(core.api.listSeries({}));
    expect(others).toEqual([]);
    expect([series.symbol, series.barCount]).toEqual(['ES201312', 1344 + 1372 + 1371]);
  });
});

describe('importing bars', () => {
  it('appends newer bars and leaves the others', async () => {
    await importFile(write('abc_1m.csv', BARS.slice(0, 2)));
    const report = await importFile(write('abc_1m.csv', BARS));
    expect(report.counts).toMatchObject({ dataRows: 3, added: 1, alreadyPresent: 2 });
    expect([...(await readAll(report)).close]).toEqual([11, 12, 13]);
  });

  it('keeps a stored bar against another one at its time, and lists both', async () => {
    await importFile(write('abc_1m.csv', BARS));
    const changed = BARS.with(1, '2024-01-02 10:01:00,11,13,10,12.5,110');
    const report = await importFile(write('abc_1m.csv', changed));
    expect(report.counts).toMatchObject({ dataRows: 3, added: 0, alreadyPresent: 2, duplicatesConflicting: 1 });
    expect(report.duplicatesConflicting).toEqual([
      { time: Date.UTC(2024, 0, 2, 10, 1), keptLine: 0, kept: '2024-01-02T10:01:00Z,11,13,10,12,110', droppedLine: 3, dropped: changed[1] },
    ]);
    expect([...(await readAll(report)).close]).toEqual([11, 12, 13]);
  });

  it('keeps the report in the project', async () => {
    const report = await importFile(write('abc_1m.csv', [...BARS, '2024-01-02 10:03:00,1,2,3,4,5']));
    expect(report.rejected).toEqual([
      { line: 5, time: Date.UTC(2024, 0, 2, 10, 3), reason: 'high 2 is below low 3', text: '2024-01-02 10:03:00,1,2,3,4,5' },
    ]);
    await core.close();
    core = workplace.open();
    const [summary] = await valueOf(core.api.listImports({}));
    expect(summary).toMatchObject({ file: 'abc_1m.csv', added: 3, rejected: 1, seriesId: report.series.id });
    expect(await valueOf(core.api.readImportReport({ importId: summary.id }))).toEqual(report);
  });

  it('shows a series in the zone of its stamps', async () => {
    const inNewYork = await importFile(write('abc_1m.csv', BARS), { timeZone: 'America/New_York' });
    expect([inNewYork.series.timeZone, inNewYork.series.firstTime]).toEqual(['America/New_York', Date.UTC(2024, 0, 2, 15)]);
    const fixed = await importFile(write('def_1m.csv', BARS), { timeZone: 'UTC-05:00' });
    expect([fixed.series.timeZone, fixed.series.firstTime]).toEqual(['Etc/GMT+5', Date.UTC(2024, 0, 2, 15)]);
  });

  it('writes nothing for a preview, a wrong file or wrong options', async () => {
    const path = write('abc_1m.csv', BARS);
    const { options } = await preview(path);
    const text = join(workplace.folder, 'notes.txt');
    writeFileSync(text, 'These are notes.\nThey hold no bars.\n');
    expect(await core.api.previewImport({ file: core.grantFile(text) })).toMatchObject({ ok: false, error: { kind: 'bad-file' } });
    const attempt = (changed: object) =>
      core.api.importBars({ file: core.grantFile(path), options: { ...options, ...changed } as ImportOptions, jobId: newJobId() });
    expect(await attempt({ timeZone: 'Mars/Olympus' })).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringContaining('Mars') } });
    expect(await attempt({ columns: { time: 0, open: 1, high: 2, low: 3 } })).toMatchObject({ ok: false, error: { message: expect.stringContaining('close') } });
    expect(await attempt({ columns: { ...options.columns, close: 9 } })).toMatchObject({ ok: false, error: { message: expect.stringContaining('beyond') } });
    expect(await attempt({ symbol: '' })).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    expect(await attempt({ timeFormat: 'unix-ms' })).toMatchObject({ ok: false, error: { kind: 'bad-file', message: expect.stringContaining('Line 2') } });
    expect(await valueOf(core.api.listSeries({}))).toEqual([]);
    expect(await valueOf(core.api.listImports({}))).toEqual([]);
  });

  it('can be cancelled while rows are read, and leaves nothing', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `${Date.UTC(2024, 0, 1) / 1000 + 60 * i},10,12,9,11,1`);
    const path = write('abc_1m.csv', many);
    const { options } = await preview(path);
    const jobId = newJobId();
    core.onEvent((event) => {
      if (event.kind === 'job-progress' && event.progress.done > 10_000) void core.api.cancelJob({ jobId });
    });
    const outcome = await core.api.importBars({ file: core.grantFile(path), options, jobId });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await valueOf(core.api.listSeries({}))).toEqual([]);
  });
});

describe('uploading', () => {
  const bytes = new TextEncoder().encode(csv(BARS));
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('expanse-upload-'));

  it('imports a file that came in chunks, then removes it', async () => {
    const before = folders();
    const { file } = await valueOf(core.api.beginUpload({ name: 'abc_1m.csv', bytes: bytes.length }));
    for (let offset = 0; offset < bytes.length; offset += 50) {
      const { received } = await valueOf(core.api.uploadChunk({ file, offset, bytes: bytes.subarray(offset, offset + 50) }));
      expect(received).toBe(Math.min(offset + 50, bytes.length));
    }
    const shown = await valueOf(core.api.previewImport({ file }));
    if (shown.kind !== 'bars') throw new Error('bars expected');
    const [folder] = folders().filter((name) => !before.includes(name));
    expect(readdirSync(join(tmpdir(), folder))).toHaveLength(1);
    await valueOf(core.api.importBars({ file, options: shown.options, jobId: newJobId() }));
    expect(readdirSync(join(tmpdir(), folder))).toHaveLength(0);
    expect(await core.api.previewImport({ file })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    await core.close();
    expect(existsSync(join(tmpdir(), folder))).toBe(false);
  });

  it('refuses chunks out of order or beyond the end, and half a file', async () => {
    const { file } = await valueOf(core.api.beginUpload({ name: 'abc_1m.csv', bytes: bytes.length }));
    const refused = { ok: false, error: { kind: 'invalid-input' } };
    expect(await core.api.uploadChunk({ file, offset: 5, bytes: bytes.subarray(5, 9) })).toMatchObject(refused);
    await valueOf(core.api.uploadChunk({ file, offset: 0, bytes: bytes.subarray(0, 9) }));
    expect(await core.api.uploadChunk({ file, offset: 0, bytes: bytes.subarray(0, 9) })).toMatchObject(refused);
    expect(await core.api.uploadChunk({ file, offset: 9, bytes: new Uint8Array(bytes.length) })).toMatchObject(refused);
    expect(await core.api.previewImport({ file })).toMatchObject({ ok: false, error: { message: expect.stringContaining(`9 of ${bytes.length}`) } });
    await valueOf(core.api.uploadChunk({ file, offset: 9, bytes: bytes.subarray(9) }));
    expect(await valueOf(core.api.previewImport({ file }))).toMatchObject({ kind: 'bars', file: 'abc_1m.csv' });
    await valueOf(core.api.dropFile({ file }));
    expect(await core.api.previewImport({ file })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it('keeps the file after an import that failed, so that it can be corrected', async () => {
    const { file } = await valueOf(core.api.beginUpload({ name: 'abc_1m.csv', bytes: bytes.length }));
    await valueOf(core.api.uploadChunk({ file, offset: 0, bytes }));
    const shown = await valueOf(core.api.previewImport({ file }));
    if (shown.kind !== 'bars') throw new Error('bars expected');
    const wrong = { ...shown.options, timeFormat: 'unix-s' };
    expect(await core.api.importBars({ file, options: wrong, jobId: newJobId() })).toMatchObject({ ok: false });
    expect((await valueOf(core.api.importBars({ file, options: shown.options, jobId: newJobId() }))).counts.added).toBe(3);
  });

  it('gives up the oldest of many files that never arrive, whole files excepted', async () => {
    const whole = (await valueOf(core.api.beginUpload({ name: 'whole.csv', bytes: bytes.length }))).file;
    await valueOf(core.api.uploadChunk({ file: whole, offset: 0, bytes }));
    const files = [];
    for (let count = 0; count < 70; count += 1) files.push((await valueOf(core.api.beginUpload({ name: 'abc.csv', bytes: 9 }))).file);
    const first = { offset: 0, bytes: new Uint8Array(1) };
    expect(await core.api.uploadChunk({ file: files[0], ...first })).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    expect(await core.api.uploadChunk({ file: files[69], ...first })).toEqual({ ok: true, value: { received: 1 } });
    expect((await valueOf(core.api.previewImport({ file: whole }))).kind).toBe('bars');
  });
});
