import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { appVersion } from '../../environment/app-version.ts';
import { findInstalledBrowser } from '../../environment/find-browser.ts';
import { findElectron } from '../../environment/find-electron.mjs';
import { defaultFolders, type Folders } from '../../environment/folders.ts';
import { rootFolder } from '../../environment/root-folder.ts';
import { listTriedBackends, type TriedBackend } from './list-tried-backends.ts';

export interface MachineReport {
  readonly versions: { readonly expanse: string; readonly node: string; readonly sqlite: string; readonly electron: string };
  readonly platform: string;
  readonly cores: number;
  /** Path of the executable; null: not there. */
  readonly electron: string | null;
  readonly browser: string | null;
  readonly backends: readonly TriedBackend[];
  /** In words: which of them a training takes, and why. */
  readonly training: string;
  readonly folders: Folders;
}

export async function describeMachine(): Promise<MachineReport> {
  const root = rootFolder(import.meta.dirname);
  return {
    versions: { expanse: appVersion(), node: process.versions.node, sqlite: sqliteVersion(), electron: electronVersion(root) },
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    electron: findElectron(root),
    browser: findInstalledBrowser(),
    ...(await listTriedBackends()),
    folders: defaultFolders(),
  };
}

function sqliteVersion(): string {
  const db = new SqliteDatabase(':memory:');
  try {
    return db.prepare('SELECT sqlite_version()').pluck().get() as string;
  } finally {
    db.close();
  }
}

function electronVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as { version: string };
  return version;
}
