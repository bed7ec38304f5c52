import type { Database, Statement } from 'better-sqlite3';

/**
 * Makes `db.prepare` answer the same text with the same statement. A statement holds some kilobytes outside of JavaScript's
 * heap, which its collector neither sees nor returns: thousands of edits, each with its own, cost hundreds of megabytes.
 */
export function keepStatements(db: Database): void {
  const prepare = db.prepare.bind(db);
  const kept = new Map<string, Statement>();
  const prepareOnce = (sql: string): Statement => {
    const found = kept.get(sql);
    // One that is being iterated over cannot be run by somebody else.
    if (found === undefined || found.busy) {
      const made = prepare(sql);
      kept.set(sql, made);
      return made;
    }
    // As new, though somebody may have asked for its first column alone.
    return found.reader ? found.pluck(false) : found;
  };
  db.prepare = prepareOnce as Database['prepare'];
}
