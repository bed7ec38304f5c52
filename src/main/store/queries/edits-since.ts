import type { Database } from 'better-sqlite3';

/**
 * Steps of the history that stand now and did not stand at the time, or the other way round: one that was made and undone since
 * is none. at: UTC milliseconds.
 */
export function countEditsSince(db: Database, at: number): number {
  // From the newest line backwards, so that it costs no more than what changed.
  const last = db.prepare<[number], number>('SELECT sequence FROM label_edit WHERE at <= ? ORDER BY sequence DESC LIMIT 1').pluck().get(at) ?? 0;
  return db.prepare<{ last: number }, number>(CHANGED).pluck().get({ last })!;
}

const stands = (upTo: string): string =>
  `ifnull((SELECT action <> 'undo' FROM label_edit WHERE (sequence = step OR of = step) ${upTo} ORDER BY sequence DESC LIMIT 1), 0)`;

const CHANGED = `
  WITH touched AS (SELECT DISTINCT ifnull(of, sequence) AS step FROM label_edit WHERE sequence > @last)
  SELECT count(*) FROM touched WHERE ${stands('')} <> ${stands('AND sequence <= @last')}`;
