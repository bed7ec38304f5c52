import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ImportReport, ImportSummary } from '../../../shared/contract/imports.ts';
import { importId, seriesId, type ImportId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';

interface SummaryRow {
  readonly id: number;
  readonly seriesId: number;
  readonly file: string;
  readonly importedAt: number;
  readonly added: number;
  readonly rejected: number;
}

/** Keeps the report of an import of bars; its own `importId` is ignored. */
export function insertImport(db: Database, report: ImportReport): ImportId {
  const { counts, file, importedAt, series } = report;
  const { lastInsertRowid } = db
    .prepare('INSERT INTO import (series_id, file, imported_at, added, rejected, report) VALUES (?, ?, ?, ?, ?, ?)')
    .run(series.id, file, importedAt, counts.added, counts.rejected, JSON.stringify(report));
  return importId(Number(lastInsertRowid));
}

/** Newest first. */
export function listImports(db: Database): readonly ImportSummary[] {
  return db
    .prepare<[], SummaryRow>('SELECT id, series_id AS seriesId, file, imported_at AS importedAt, added, rejected FROM import ORDER BY id DESC')
    .all()
    .map((row) => ({ ...row, id: importId(row.id), seriesId: seriesId(row.seriesId), importedAt: timeMs(row.importedAt) }));
}

/** Throws ExpanseError 'not-found'. */
export function readImport(db: Database, id: ImportId): ImportReport {
  const report = db.prepare<[number], string>('SELECT report FROM import WHERE id = ?').pluck().get(id);
  if (report !== undefined) return { ...(JSON.parse(report) as ImportReport), importId: id };
  throw new ExpanseError('not-found', `The project has no import ${id}.`, 'Choose one from the list of imports.');
}
