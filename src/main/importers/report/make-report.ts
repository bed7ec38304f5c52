import type { ConflictingDuplicate, ImportReport, RowIssue } from '../../../shared/contract/imports.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { findGaps } from '../cleaning/gaps.ts';
import { findSessions } from '../cleaning/sessions.ts';
import type { ImportedBars } from '../import-bars.ts';

/** What became of the bars in the store. */
export interface StoredOutcome {
  readonly series: Series;
  readonly added: number;
  readonly alreadyPresent: number;
  /** Bars, by their index, whose time the series holds with another bar, which stays. */
  readonly conflicting: readonly { readonly index: number; readonly stored: string }[];
}

export interface ReportHeading {
  readonly file: string;
  readonly importedAt: number;
  readonly seconds: number;
}

/** Lists longer than this are cut; the counts always tell the whole. */
export const MOST_LISTED = 20_000;
/** `keptLine` of a duplicate whose kept bar is not in the file but was in the series before. */
export const STORED_LINE = 0;

/** `counts.dataRows` = added + alreadyPresent + duplicates + rejected, always. */
export function makeReport(imported: ImportedBars, outcome: StoredOutcome, heading: ReportHeading): ImportReport {
  const { table, clean, options } = imported;
  const issue = (row: number, time: number | null, reason: string): RowIssue => ({
    line: table.line(row),
    time: time === null ? null : timeMs(time),
    reason,
    text: table.text(row),
  });
  const times = rowTimes(imported);
  const gaps = findGaps(clean.bars.time, options.timeframeMs);
  const sessions = findSessions(clean.bars.time, gaps);
  const conflicts = [...fileConflicts(imported, times), ...storedConflicts(imported, outcome)];
  const cut = MOST_LISTED;
  return {
    importId: null,
    file: heading.file,
    series: outcome.series,
    options,
    importedAt: timeMs(heading.importedAt),
    seconds: heading.seconds,
    counts: {
      dataRows: table.rowCount,
      added: outcome.added,
      alreadyPresent: outcome.alreadyPresent,
      rejected: clean.rejected.length,
      duplicatesExact: clean.exact.length,
      duplicatesConflicting: conflicts.length,
      outOfOrder: clean.outOfOrder.length,
      blankLines: table.blankLines,
      gaps: gaps.length,
      missingBars: gaps.reduce((sum, gap) => sum + (gap.kind === 'missing' ? gap.missing : 0), 0),
      sessions: sessions.length,
      ...clean.faultCounts,
    },
    rejected: clean.rejected.slice(0, cut).map(({ row, reason }) => issue(row, times(row), reason)),
    duplicatesExact: clean.exact.slice(0, cut).map(({ row, keptRow }) => issue(row, times(row), `the same as line ${table.line(keptRow)}`)),
    duplicatesConflicting: conflicts.slice(0, cut),
    outOfOrder: clean.outOfOrder.slice(0, cut).map((row) => issue(row, times(row), clean.newestFirst ? 'stands after a row of an earlier time' : 'stands after a row of a later time')),
    gaps: gaps.slice(0, cut),
    sessions: sessions.slice(0, cut),
    notes: [...imported.notes, ...stepNotes(clean.bars, options.timeframeMs)],
  };
}

/** The time that a row stands for; null where its stamp could not be read. */
function rowTimes({ clean }: ImportedBars): (row: number) => number | null {
  return (row) => (Number.isNaN(clean.timeOfRow[row]) ? null : clean.timeOfRow[row]);
}

function fileConflicts({ table, clean }: ImportedBars, times: (row: number) => number | null): readonly ConflictingDuplicate[] {
  return clean.conflicting.map(({ row, keptRow }) => ({
    time: timeMs(times(row) ?? 0),
    keptLine: table.line(keptRow),
    kept: table.text(keptRow),
    droppedLine: table.line(row),
    dropped: table.text(row),
  }));
}

function storedConflicts({ table, clean }: ImportedBars, { conflicting }: StoredOutcome): readonly ConflictingDuplicate[] {
  return conflicting.map(({ index, stored }) => ({
    time: timeMs(clean.bars.time[index]),
    keptLine: STORED_LINE,
    kept: stored,
    droppedLine: table.line(clean.rowOfBar[index]),
    dropped: table.text(clean.rowOfBar[index]),
  }));
}

function stepNotes({ time }: BarColumns, timeframeMs: number): readonly string[] {
  let short = 0;
  for (let i = 1; i < time.length; i += 1) short += Number(time[i] - time[i - 1] < timeframeMs);
  return short === 0 ? [] : [`${short} bars open sooner than a timeframe after the one before: check the timeframe.`];
}
