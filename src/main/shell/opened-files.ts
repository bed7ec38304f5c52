import { resolve } from 'node:path';

export interface OpenedFiles {
  /** The last project named; null: none. */
  readonly project: string | null;
  /** Everything else: files to import. */
  readonly imports: readonly string[];
}

/** `paths`: as the command line or the file manager named them; what begins with a dash is an option of Electron's. */
export function sortOpenedFiles(paths: readonly string[], folder: string): OpenedFiles {
  const files = paths.filter((path) => path !== '' && !path.startsWith('-')).map((path) => resolve(folder, path));
  const isProject = (path: string) => path.toLowerCase().endsWith('.expanse');
  return { project: files.findLast(isProject) ?? null, imports: files.filter((path) => !isProject(path)) };
}
