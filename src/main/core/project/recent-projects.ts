import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../../../shared/contract/project.ts';
import type { SettingsFile } from '../settings-file.ts';

const KEY = 'recentProjects';
const MAX_RECENT = 12;

const storedList = z.array(z.object({ path: z.string(), openedAt: z.number() })).catch([]);

/** Newest first; files that are gone are marked as such. */
export function listRecent(settings: SettingsFile): readonly RecentProject[] {
  return readStored(settings).map(({ path, openedAt }) => ({ path, name: projectName(path), openedAt, exists: existsSync(path) }));
}

export function rememberRecent(settings: SettingsFile, path: string, openedAt: number): void {
  const others = readStored(settings).filter((recent) => recent.path !== path);
  settings.write(KEY, [{ path, openedAt }, ...others].slice(0, MAX_RECENT));
}

export function projectName(path: string): string {
  return basename(path, '.expanse');
}

function readStored(settings: SettingsFile) {
  return storedList.parse(settings.read()[KEY] ?? []);
}
