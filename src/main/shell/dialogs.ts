import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { toAppError } from '../../shared/contract/errors.ts';

const ALL_FILES: FileFilter = { name: 'All files', extensions: ['*'] };
const IMPORTS: FileFilter = { name: 'Bars and datasets', extensions: ['csv', 'txt', 'json', 'parquet', 'gz', 'zip'] };
const PROJECTS: FileFilter = { name: 'Expanse projects', extensions: ['expanse'] };

/** Paths of files to import; empty: dismissed. */
export async function chooseImports(window: BrowserWindow): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, { title: 'Import', properties: ['openFile', 'multiSelections'], filters: [IMPORTS, ALL_FILES] });
  return filePaths;
}

/** Path of a project; undefined: dismissed. */
export async function chooseProject(window: BrowserWindow): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, { title: 'Open project', properties: ['openFile'], filters: [PROJECTS, ALL_FILES] });
  return filePaths[0];
}

/** For what the renderer did not ask for and so cannot show. */
export function showError(title: string, thrown: unknown): void {
  const { message, nextStep } = toAppError(thrown);
  dialog.showErrorBox(title, `${message}\n\n${nextStep}`);
}
