import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '../../shared/contract/system.ts';

export interface SettingsFile {
  read(): Settings;
  /** `value: null` removes the key. Written by rename, so that a crash leaves the old file. */
  write(key: string, value: unknown): Settings;
}

export function openSettingsFile(dataFolder: string): SettingsFile {
  const path = join(dataFolder, 'settings.json');
  let settings = readSettings(path);
  return {
    read: () => settings,
    write: (key, value) => {
      const { [key]: _replaced, ...others } = settings;
      settings = value === null ? others : { ...others, [key]: value };
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, JSON.stringify(settings, null, 2));
      renameSync(`${path}.new`, path);
      return settings;
    },
  };
}

// Settings are conveniences: a file that cannot be read starts them afresh and is not worth stopping for.
function readSettings(path: string): Settings {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Settings) : {};
  } catch {
    return {};
  }
}
