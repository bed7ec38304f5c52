import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport, RowIssue } from '../../../src/shared/contract/imports.ts';
import type { BarColumns } from '../../../src/shared/domain/bar.ts';
import { importContent, reportOf } from './import-text.ts';
import { hasSharedData, NO_SHARED_DATA, SHARED_DATA } from './shared-data.ts';

type Key = Readonly<
  Record<'duplicates_exact' | 'duplicates_conflicting' | 'dropped' | 'nan_close' | 'high_below_low' | 'zero_price' | 'blank_lines', readonly string[]>
> & { readonly swapped_with_next: readonly (readonly [later: string, earlier: string])[] };

const at = (stamp: string): number => Date.parse(`${stamp.replace(' ', 'T')}Z`);
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const times = (issues: readonly { readonly time: number | null }[]): number[] => sorted(issues.map((issue) => issue.time ?? Number.NaN));
const timesOf = (stamps: readonly string[]): number[] => sorted(stamps.map(at));

describe.skipIf(!hasSharedData)(`the damaged file${hasSharedData ? '' : ` (${NO_SHARED_DATA})`}`, () => {
  let key: Key;
  let lines: readonly string[];
  let report: ImportReport;
  let bars: BarColumns;

  beforeAll(async () => {
    const path = join(SHARED_DATA, 'damaged_spy_1m_201103.csv');
    key = JSON.parse(readFileSync(path.replace('.csv', '.injected.json'), 'utf8'));
    lines = readFileSync(path, 'utf8').replace('\uFEFF', '').split('\r\n');
    const imported = await importContent(readFileSync(path), 'damaged_spy_1m_201103.csv');
    report = reportOf(imported);
    bars = imported.clean.bars;
  });

  const expectRightLines = (issues: readonly RowIssue[]): void => {
    for (const { line, time, text } of issues) {
      expect(lines[line - 1]).toBe(text);
      expect(at(text.slice(0, 19))).toBe(time);
    }
  };
  const rejectedFor = (reason: RegExp): number[] => times(report.rejected.filter((issue) => reason.test(issue.reason)));

  it('has every rejected row found, with its line and reason', () => {
    expect(rejectedFor(/close is missing/)).toEqual(timesOf(key.nan_close));
    expect(rejectedFor(/is below low/)).toEqual(timesOf(key.high_below_low));
    expect(rejectedFor(/not above zero/)).toEqual(timesOf(key.zero_price));
    expect(report.rejected).toHaveLength(key.nan_close.length + key.high_below_low.length + key.zero_price.length);
    expect(report.counts).toMatchObject({ nonFinite: 5, highBelowLow: 5, nonPositive: 3, rejected: 13 });
    expectRightLines(report.rejected);
  });

  it('has every exact duplicate found', () => {
    expect(times(report.duplicatesExact)).toEqual(timesOf(key.duplicates_exact));
    expectRightLines(report.duplicatesExact);
    for (const { line, text } of report.duplicatesExact) expect(lines.indexOf(text)).toBeLessThan(line - 1);
  });

  it('has every conflicting duplicate found and keeps the first', () => {
    expect(times(report.duplicatesConflicting)).toEqual(timesOf(key.duplicates_conflicting));
    for (const { time, keptLine, kept, droppedLine, dropped } of report.duplicatesConflicting) {
      expect(keptLine).toBeLessThan(droppedLine);
      expect([lines[keptLine - 1], lines[droppedLine - 1]]).toEqual([kept, dropped]);
      expect(bars.close[bars.time.indexOf(time)]).toBe(Number(kept.split(',')[4]));
    }
  });

  it('has every swapped row found', () => {
    expect(times(report.outOfOrder)).toEqual(timesOf(key.swapped_with_next.map(([, earlier]) => earlier.slice(0, 19))));
    expectRightLines(report.outOfOrder);
    for (const { line } of report.outOfOrder) {
      expect(key.swapped_with_next).toContainEqual([lines[line - 2], lines[line - 1]]);
    }
  });

  it('has every dropped minute inside of a gap, and none as a bar', () => {
    for (const dropped of key.dropped.map(at)) {
      expect(report.gaps.filter((gap) => gap.after < dropped && dropped < gap.before)).toHaveLength(1);
      expect(bars.time.includes(dropped)).toBe(false);
    }
  });

  it('has the blank lines counted and every other row stored, in order', () => {
    expect(report.counts.blankLines).toBe(key.blank_lines.length);
    expect(report.counts.dataRows).toBe(lines.filter((line) => line.trim() !== '').length - 1);
    expect(report.counts.added).toBe(8010 - 13 - 20 - 10);
    expect(bars.time.every((time, i) => i === 0 || time > bars.time[i - 1])).toBe(true);
  });
});
