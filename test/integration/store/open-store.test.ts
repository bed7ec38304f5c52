import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore, openStore } from '../../../src/main/store/open-store.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import { listSeries } from '../../../src/main/store/queries/series.ts';
import { seriesOf } from '../../unit/store/fixtures.ts';

const STORE_MODULE = new URL('../../../src/main/store/open-store.ts', import.meta.url).href;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-store-'));
  path = join(folder, 'project.expanse');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (words: string) => expect.objectContaining({ name: 'ExpanseError', kind: 'project', message: expect.stringContaining(words) });

/** Opens the project in another process and answers what that process wrote. */
function openElsewhere(): string {
  const script = `
    const { openStore } = await import(${JSON.stringify(STORE_MODULE)});
    try { openStore(${JSON.stringify(path)}).close(); console.log('opened'); } catch (error) { console.log(error.kind, error.message); }
  `;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }).stdout.trim();
}

describe('a project file', () => {
  it('is one whole file that keeps what was written', () => {
    const created = createStore(path);
    seriesOf(created, 5000);
    const series = listSeries(created);
    created.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
    const opened = openStore(path);
    expect(listSeries(opened)).toEqual(series);
    opened.close();
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written to is refused as such (root may write to everything)', () => {
    createStore(path).close();
    chmodSync(path, 0o444);
    expect(() => openStore(path)).toThrow(refusal('may not be written to'));
  });

  it('leaves nothing behind where it cannot be made', () => {
    expect(() => createStore(join(folder, 'no', 'such.expanse'))).toThrow(refusal('does not exist'));
    // A folder in the place of the log stops SQLite half-way.
    mkdirSync(`${path}.new-journal`);
    expect(() => createStore(path)).toThrow(refusal('project.expanse cannot be'));
    rmSync(`${path}.new-journal`, { recursive: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not made where the log of a deleted one lies, whose changes would be played into it', () => {
    writeFileSync(`${path}-wal`, 'the last changes');
    expect(() => createStore(path)).toThrow(refusal('no longer beside it'));
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('the last changes');
    writeFileSync(`${path}-wal`, '');
    createStore(path).close();
  });

  it('is durable: every commit is synced before it is acknowledged', () => {
    const db = createStore(path);
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('user_version')).toBe(MIGRATIONS.length);
    db.close();
  });

  it('is created only where no file is, and not from the remains of an attempt', () => {
    writeFileSync(`${path}.new`, 'half a project');
    createStore(path).close();
    expect(() => createStore(path)).toThrow(refusal('exists already'));
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it('belongs to one process at a time', () => {
    const db = createStore(path);
    // The refused attempt within this process must not let go of the lock.
    expect(() => openStore(path)).toThrow(refusal('is open in another program'));
    seriesOf(db, 10);
    expect(openElsewhere()).toContain('is open in another program');
    db.close();
    expect(openElsewhere()).toBe('opened');
  });

  it('is refused while another program reads it', () => {
    createStore(path).close();
    const reader = new SqliteDatabase(path);
    reader.exec('BEGIN; SELECT count(*) FROM series');
    expect(openElsewhere()).toContain('is open in another program');
    reader.close();
  });
});

const createProject = (change: (db: SqliteDatabase.Database) => void) => {
  const db = createStore(path);
  change(db);
  db.close();
};

describe('a file that cannot be opened is refused and left as it is', () => {
  it.each<[string, string, () => void]>([
    ['one that is no database', 'is not an Expanse project', () => writeFileSync(path, 'time,open,high,low,close\n'.repeat(100))],
    ['an empty one', 'is not an Expanse project', () => writeFileSync(path, '')],
    ['a database of another program', 'is not an Expanse project', () => new SqliteDatabase(path).exec('CREATE TABLE contact (name TEXT)').close()],
    ['a project of a newer version', 'was written by a newer Expanse', () => createProject((db) => db.pragma(`user_version = ${MIGRATIONS.length + 1}`))],
    ['a project cut short', 'is damaged', () => {
      createProject((db) => seriesOf(db, 5000));
      truncateSync(path, 3 * 4096);
    }],
  ])('%s', (_, words, write) => {
    write();
    const before = readFileSync(path);
    expect(() => openStore(path)).toThrow(refusal(words));
    expect(readFileSync(path)).toEqual(before);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('a missing one', () => {
    expect(() => openStore(path)).toThrow(refusal('does not exist'));
    expect(existsSync(path)).toBe(false);
  });

  it('a folder', () => {
    expect(() => openStore(folder)).toThrow(refusal('cannot be opened'));
  });
});
