import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDataset } from '../../../src/main/importers/dataset/open-dataset.ts';
import { ExpanseError } from '../../../src/shared/contract/errors.ts';
import { importContent, openContent, previewContent, reportOf, type Content } from './import-text.ts';
import { hasSharedData, NO_SHARED_DATA, SHARED_DATA } from './shared-data.ts';

/** Whatever the bytes are: bars with every row accounted for, or a 'bad-file' error that says what to do. */
async function readsOrRefuses(content: Content, name: string): Promise<void> {
  const attempts = [
    () => previewContent(content, name),
    () => importContent(content, name).then(checkSum),
    () => openContent(content, name).then(openDataset),
  ];
  for (const attempt of attempts) {
    try {
      await attempt();
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(ExpanseError);
      expect(thrown).toMatchObject({ kind: 'bad-file', nextStep: expect.stringMatching(/\w/) });
    }
  }
}

function checkSum(imported: Awaited<ReturnType<typeof importContent>>): void {
  const { counts } = reportOf(imported);
  expect(counts.added + counts.duplicatesExact + counts.duplicatesConflicting + counts.rejected).toBe(counts.dataRows);
}

const bytes = fc.uint8Array({ maxLength: 400 });
const cell = fc.oneof(fc.constantFrom('', ' ', '"', 'NaN', '1e999', '-0', '0x10', '1,5', '20240101', '2024-01-01 00:00', '1704103200', 'null'), fc.double().map(String), fc.string({ maxLength: 8 }));
const table = fc
  .tuple(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.constantFrom(',', ';', '\t', '|', ' '), fc.constantFrom('\n', '\r\n'))
  .map(([rows, delimiter, lineEnd]) => rows.map((row) => row.join(delimiter)).join(lineEnd));
const headed = table.map((text) => `time,open,high,low,close,volume\n${text}`);
const name = fc.constantFrom('bars.csv', 'DAT_ASCII_EURUSD.csv', '20240102_es_minute_trade_1.csv', 'x', 'data.parquet');

describe('anything that is no file of bars', () => {
  it.each([
    ['bytes', bytes],
    ['text', fc.string({ unit: 'binary', maxLength: 400 }).map((text) => Buffer.from(text))],
    ['tables of odd cells', table.map((text) => Buffer.from(text))],
    ['headed tables of odd cells', headed.map((text) => Buffer.from(text))],
    ['JSON', fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text))],
    ['JSON that looks like a dataset', fc.json({ maxDepth: 4 }).map((text) => Buffer.from(`{"meta":{"name":"x"},"windows":${text}}`))],
    ['bytes behind the mark of gzip', bytes.map((tail) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), tail]))],
    ['bytes behind the mark of zip', bytes.map((tail) => Buffer.concat([Buffer.from('PK\x03\x04'), tail]))],
    ['bytes between the marks of Parquet', bytes.map((middle) => Buffer.concat([Buffer.from('PAR1'), middle, Buffer.from('PAR1')]))],
    ['gzip that is cut off', fc.nat(60).map((length) => gzipSync('time,open,high,low,close\n2024-01-01,1,2,1,2\n').subarray(0, length))],
  ] as const)('%s: is refused in words', async (_, content) => {
    await expect(fc.assert(fc.asyncProperty(content as fc.Arbitrary<Uint8Array>, name, readsOrRefuses), { numRuns: 80 })).resolves.toBeUndefined();
  });

  it('damaged gzip and zip: are refused in words', async () => {
    const text = 'time,open,high,low,close\n2024-01-01,1,2,1,2\n2024-01-02,1,2,1,2\n';
    const whole = [gzipSync(text), Buffer.from(zipSync({ 'a.csv': strToU8(text), 'b.csv': strToU8(text) }))];
    const oneWrongByte = fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), fc.nat(255), async (content, place, value) => {
      const damaged = Uint8Array.from(content);
      damaged[place % damaged.length] = value;
      await readsOrRefuses(damaged, 'a');
    });
    await expect(fc.assert(oneWrongByte, { numRuns: 150 })).resolves.toBeUndefined();
  });

  it.skipIf(!hasSharedData)(`a real Parquet file with wrong bytes: is refused in words${hasSharedData ? '' : ` (${NO_SHARED_DATA})`}`, async () => {
    const whole = readFileSync(join(SHARED_DATA, 'derived_btcperp_1m_zstd_f32_ms.parquet'));
    const wrongBytes = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const damagedFooter = fc.asyncProperty(wrongBytes, async (changes) => {
      const damaged = Uint8Array.from(whole);
      // Near the end, where the description of the columns stands.
      for (const [place, value] of changes) damaged[damaged.length - 8 - place] = value;
      await readsOrRefuses(damaged, 'a.parquet');
    });
    await expect(fc.assert(damagedFooter, { numRuns: 25 })).resolves.toBeUndefined();
  });

  it('a zip whose content changed on the way is refused, not imported with wrong prices', async () => {
    const text = 'time,open,high,low,close\n2024-01-01,1,2,1,2\n2024-01-02,1,2,1,2\n';
    const stored = zipSync({ 'a.csv': [strToU8(text), { level: 0 }] });
    const place = Buffer.from(stored).indexOf('1,2,1,2');
    stored[place] = '2'.charCodeAt(0);
    await expect(importContent(stored, 'a.zip')).rejects.toMatchObject({ kind: 'bad-file', message: expect.stringContaining('checksum') });
  });

  it.each([
    ['an empty file', '', /is empty/],
    ['only a header', 'time,open,high,low,close\n', /no rows/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /neither text nor/],
    ['prose', 'Dear reader,\nthis is a letter.\n', /no delimiter/],
    ['bars without any sound row', 'time,open,high,low,close\n2024-01-01,1,2,3,4\n2024-01-02,1,2,3,4\n', /none of its 2 rows is a bar\. Line 2: high 2 is below low 3/],
  ] as const)('%s: names what is wrong', async (_, content, message) => {
    await expect(importContent(content, 'bars.csv')).rejects.toMatchObject({ kind: 'bad-file', message: expect.stringMatching(message) });
  });
});
