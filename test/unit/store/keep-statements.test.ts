import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepStatements } from '../../../src/main/store/keep-statements.ts';

const LETTERS = 'SELECT letter, place FROM letters ORDER BY place';

let db: Database;
beforeEach(() => {
  db = new SqliteDatabase(':memory:');
  keepStatements(db);
  db.exec("CREATE TABLE letters (letter TEXT, place INTEGER); INSERT INTO letters VALUES ('a', 1), ('b', 2)");
});
afterEach(() => db.close());

describe('statements that are kept', () => {
  it('are one for one text', () => {
    expect(db.prepare(LETTERS)).toBe(db.prepare(LETTERS));
    expect(db.prepare('DELETE FROM letters')).toBe(db.prepare('DELETE FROM letters'));
  });

  it('answer whole rows again after a first column', () => {
    expect(db.prepare(LETTERS).pluck().all()).toEqual(['a', 'b']);
    expect(db.prepare(LETTERS).all()).toEqual([{ letter: 'a', place: 1 }, { letter: 'b', place: 2 }]);
  });

  it('can be asked while they are gone through', () => {
    const seen = [...db.prepare<[], { letter: string }>(LETTERS).iterate()].flatMap(() => db.prepare(LETTERS).pluck().all());
    const within: unknown[] = [];
    for (const row of db.prepare(LETTERS).iterate()) within.push(row, db.prepare(LETTERS).pluck().get());
    expect(seen).toEqual(['a', 'b', 'a', 'b']);
    expect(within).toEqual([{ letter: 'a', place: 1 }, 'a', { letter: 'b', place: 2 }, 'a']);
  });
});
