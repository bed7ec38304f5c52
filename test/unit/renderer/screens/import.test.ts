import { describe, expect, it } from 'vitest';
import { addCorrection, COLUMN_ROLES, delimiterName, roleOfColumn, withRole } from '../../../../src/renderer/screens/import/corrections.ts';
import { importedColumns } from '../../../../src/renderer/screens/import/imported-columns.ts';
import { reportSummary } from '../../../../src/renderer/screens/import/report-summary.ts';
import { uploadFile, type UploadSource } from '../../../../src/renderer/screens/import/upload-file.ts';
import type { Connection } from '../../../../src/renderer/rpc/connection.ts';
import type { ImportReport } from '../../../../src/shared/contract/imports.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';

describe('the columns as they would be imported', () => {
  const bar = (time: number, price: number, volume: number | null) => ({ time: timeMs(time), open: price, high: price, low: price, close: price, volume });
  const columns = importedColumns([bar(0, 27531.25, null), null, bar(60_000, 9.5, 1_234_567)], 60_000);

  it('have a text for each row, none for one that is rejected', () => {
    expect(columns.map((column) => column.name)).toEqual(['Opens at (UTC)', 'Open', 'High', 'Low', 'Close', 'Volume']);
    expect(columns[0].texts).toEqual(['1970-01-01 00:00', '', '1970-01-01 00:01']);
    expect(columns[5].texts).toEqual(['–', '', '1234567']);
  });

  it('stay right of each other: the distance of each is the room of those after it', () => {
    expect(columns[5].right).toEqual({ digits: 0, columns: 0 });
    for (const [at, column] of columns.slice(1).entries()) {
      expect(columns[at].right).toEqual({ digits: column.right.digits + column.width, columns: column.right.columns + 1 });
    }
    expect(columns[1].width).toBe(8);
  });

  it('write all prices with as many decimals', () => {
    expect(columns[1].texts).toEqual(['27531.25', '', '9.50']);
  });
});

describe('what columns mean', () => {
  const columns = { time: 0, open: 1, close: 2 };

  it('is one role a column and one column a role', () => {
    expect(withRole(columns, 2, 'open')).toEqual({ time: 0, open: 2 });
    expect(withRole(columns, 3, 'close')).toEqual({ time: 0, open: 1, close: 3 });
    expect(withRole(columns, 1, null)).toEqual({ time: 0, close: 2 });
    for (const role of COLUMN_ROLES) expect(roleOfColumn(withRole(columns, 7, role), 7)).toBe(role);
    expect(roleOfColumn(columns, 9)).toBeNull();
  });
});

describe('corrections', () => {
  it('add up', () => {
    expect(addCorrection({ symbol: 'ES' }, { timeZone: 'UTC' })).toEqual({ symbol: 'ES', timeZone: 'UTC' });
  });

  it('start afresh with another format, except for what names the series and the member of a zip', () => {
    const before = { symbol: 'ES', timeframeMs: 60_000, member: 'a.csv', delimiter: ';', timeFormat: 'iso' };
    expect(addCorrection(before, { format: 'histdata' })).toEqual({ symbol: 'ES', timeframeMs: 60_000, member: 'a.csv', format: 'histdata' });
    expect(addCorrection({ delimiter: ';' }, { member: 'b.csv' })).toEqual({ member: 'b.csv' });
  });

  it('name delimiters in words', () => {
    expect([',', '\t', '#'].map(delimiterName)).toEqual(['Comma ,', 'Tab', '#']);
  });
});

describe('upload', () => {
  /** A core that keeps what it gets. */
  function makeCore(failAt = Number.POSITIVE_INFINITY) {
    const got: number[] = [];
    const dropped: unknown[] = [];
    const call = async (name: string, params: { offset: number; bytes: Uint8Array; file: unknown }) => {
      if (name === 'beginUpload') return { file: 'token' };
      if (name === 'dropFile') return dropped.push(params.file);
      if (params.offset >= failAt) throw new Error('disk full');
      expect(params.offset).toBe(got.length);
      for (const byte of params.bytes) got.push(byte);
      return { received: got.length };
    };
    return { core: { call } as unknown as Pick<Connection, 'call'>, got, dropped };
  }

  function aFile(bytes: number): UploadSource & { readonly content: Uint8Array<ArrayBuffer> } {
    const content = Uint8Array.from({ length: bytes }, (_, index) => index % 251);
    return { name: 'bars.csv', size: bytes, content, slice: (from, to) => ({ arrayBuffer: async () => content.slice(from, to).buffer }) };
  }

  it('sends every byte once and in order, and tells how far it is', async () => {
    const { core, got } = makeCore();
    const file = aFile((1 << 20) * 2 + 17);
    const told: number[] = [];
    expect(await uploadFile(core, file, (sent) => told.push(sent), new AbortController().signal)).toBe('token');
    expect(Uint8Array.from(got)).toEqual(file.content);
    expect(told).toEqual([1 << 20, 2 << 20, file.size]);
  });

  it('of an empty file ends at once', async () => {
    const { core, got } = makeCore();
    await uploadFile(core, aFile(0), () => {}, new AbortController().signal);
    expect(got).toEqual([]);
  });

  it('drops what was sent when it is cancelled or fails', async () => {
    const abort = new AbortController();
    const cancelled = makeCore();
    await expect(uploadFile(cancelled.core, aFile(3 << 20), () => abort.abort(), abort.signal)).rejects.toThrow(/abort/i);
    const failing = makeCore(1 << 20);
    await expect(uploadFile(failing.core, aFile(3 << 20), () => {}, new AbortController().signal)).rejects.toThrow('disk full');
    expect([cancelled.dropped, failing.dropped]).toEqual([['token'], ['token']]);
  });
});

describe('the report in words', () => {
  const none = { added: 5, rejected: 0, duplicatesConflicting: 0, gaps: 0, missingBars: 0, highBelowLow: 0, nonFinite: 0, nonPositive: 0 };
  const summaryOf = (counts: object) => reportSummary({ counts: { ...none, ...counts } } as unknown as ImportReport);

  it('is short where all is well', () => {
    expect(summaryOf({})).toBe('5 bars came in. No row was rejected. No bar is missing within its sessions.');
  });

  it('names reasons, what was kept, and what is missing', () => {
    const text = summaryOf({ rejected: 3, highBelowLow: 2, nonFinite: 1, duplicatesConflicting: 1, gaps: 2, missingBars: 7 });
    expect(text).toContain('3 rows were rejected and never repaired (2 high below low, 1 no number)');
    expect(text).toContain('Of 1 conflicting duplicate the first row was kept');
    expect(text).toContain('7 bars were missing in 2 gaps');
  });

  it('says so when nothing is new', () => {
    expect(summaryOf({ added: 0 })).toMatch(/^Nothing new/);
  });
});
