import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './root-folder.ts';

export function appVersion(): string {
  const { version } = JSON.parse(readFileSync(join(rootFolder(import.meta.dirname), 'package.json'), 'utf8')) as { version: string };
  return version;
}
