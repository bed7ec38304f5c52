import SqliteDatabase, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, readVersion } from '../../../src/main/store/migrate.ts';
import { createProjectTables } from '../../../src/main/store/migrations/0001-project.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import type { Migration } from '../../../src/main/store/migrations/migration.ts';

const tablesOf = (db: Database) => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

const NOTES: Migration = { version: 1, up: (db) => db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT') };
const NOTES_WITH_LENGTH: Migration = {
  version: 2,
  up: (db) => db.exec('ALTER TABLE note ADD COLUMN length INTEGER; UPDATE note SET length = length(text)'),
};

describe('migrations', () => {
  it('are numbered from 1 without holes', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('carry the rows of the old version into the new one', () => {
    const db = new SqliteDatabase(':memory:');
    migrate(db, [NOTES]);
    db.exec("INSERT INTO note (text) VALUES ('first'), ('second one')");
    migrate(db, [NOTES, NOTES_WITH_LENGTH]);
    expect(readVersion(db)).toBe(2);
    expect(db.prepare('SELECT * FROM note ORDER BY id').all()).toEqual([
      { id: 1, text: 'first', length: 5 },
      { id: 2, text: 'second one', length: 10 },
    ]);
    migrate(db, [NOTES, NOTES_WITH_LENGTH]);
    expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(2);
  });

  it('leave the last whole version behind where a step fails', () => {
    const db = new SqliteDatabase(':memory:');
    const failing: Migration = {
      version: 2,
      up: (broken) => {
        broken.exec('DROP TABLE note');
        throw new Error('no power');
      },
    };
    expect(() => migrate(db, [NOTES, failing])).toThrow('no power');
    expect(readVersion(db)).toBe(1);
    expect(tablesOf(db)).toEqual(['note']);
  });

  it('refuse a version from the future', () => {
    const db = new SqliteDatabase(':memory:');
    db.pragma('user_version = 3');
    expect(() => migrate(db, [NOTES])).toThrow(expect.objectContaining({ name: 'ExpanseError', kind: 'project', message: expect.stringContaining('newer Expanse (project version 3') }));
  });
});

describe('0001-project', () => {
  const fresh = () => {
    const db = new SqliteDatabase(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, [createProjectTables]);
    return db;
  };
  const withWindow = () => {
    const db = fresh();
    db.exec(`
      INSERT INTO series (symbol, timeframe_ms, origin, time_zone, price_decimals, has_volume) VALUES ('ABC', 60000, '', 'UTC', 2, 0);
      INSERT INTO label_window (series_id, start_time, end_time, length) VALUES (1, 0, 6240000, 105);
      INSERT INTO label_edit (sequence, id, at, author, action, description, forward, inverse) VALUES (1, 'e', 0, 'me', 'edit', 'Mark span', '[]', '[]');
    `);
    return db;
  };
  const span = (values: string) => `INSERT INTO span VALUES ('s', 1, 1, ${values}, '', 'me', 'person', NULL, 0, 0)`;

  it('fills an empty file with its tables, all of them STRICT', () => {
    const db = fresh();
    expect(tablesOf(db)).toEqual(['bar_chunk', 'dataset', 'import', 'label_edit', 'label_window', 'series', 'span']);
    const notStrict = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'").all();
    expect(notStrict).toEqual([]);
  });

  it('takes what is right', () => {
    const db = withWindow();
    db.exec(span("0, 60000, 0.8, 0, 1.5, 'retracement', 'up'"));
    expect(db.prepare('SELECT confidence, end_uncertainty FROM span').get()).toEqual({ confidence: 0.8, end_uncertainty: 1.5 });
  });

  it.each([
    ['a span that ends before it starts', span("60000, 0, 1, 0, 0, NULL, NULL")],
    ['a confidence of 0', span('0, 60000, 0, 0, 0, NULL, NULL')],
    ['a confidence above 1', span('0, 60000, 1.1, 0, 0, NULL, NULL')],
    ['an unknown type', span("0, 60000, 1, 0, 0, 'surge', NULL")],
    ['a text for a time', span("'now', 60000, 1, 0, 0, NULL, NULL")],
    ['a span of a window that is missing', "INSERT INTO span VALUES ('s', 1, 9, 0, 1, 1, 0, 0, NULL, NULL, '', 'me', 'person', NULL, 0, 0)"],
    ['the same window twice', 'INSERT INTO label_window (series_id, start_time, end_time, length) VALUES (1, 0, 6240000, 105)'],
    ['an unknown state', "UPDATE label_window SET state = 'done'"],
    ['a chunk whose bytes are not its bars', "INSERT INTO bar_chunk VALUES (1, 0, 0, 2, 0, 1, x'00')"],
    ['a changed line of the log', "UPDATE label_edit SET description = 'other'"],
    ['a deleted line of the log', 'DELETE FROM label_edit'],
    ['an undo of nothing', "INSERT INTO label_edit VALUES (2, 'f', 0, 'me', 'undo', NULL, '', '[]', '[]', NULL, NULL)"],
    ['a log line that is no JSON', "INSERT INTO label_edit VALUES (2, 'f', 0, 'me', 'edit', NULL, '', '[', '[]', NULL, NULL)"],
  ])('refuses %s', (_, statement) => {
    expect(() => withWindow().exec(statement)).toThrow(SqliteDatabase.SqliteError);
  });
});
