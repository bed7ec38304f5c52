import { basename, join } from 'node:path';
import { app, Menu, session, type BrowserWindow } from 'electron';
import type { MenuCommand, PickedFile } from '../../shared/contract/bridge.ts';
import { appVersion } from '../environment/app-version.ts';
import { defaultFolders } from '../environment/folders.ts';
import { rootFolder } from '../environment/root-folder.ts';
import { handleAppProtocol } from './app-protocol.ts';
import { makeCoreChild, type CoreChild } from './core-child.ts';
import { chooseImports, chooseProject, showError } from './dialogs.ts';
import { hardenContents, hardenSession } from './harden.ts';
import { makeImportFiles } from './import-files.ts';
import { handleRequests } from './ipc.ts';
import { IPC } from './ipc-channels.ts';
import { createMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { sortOpenedFiles, type OpenedFiles } from './opened-files.ts';

const ROOT = rootFolder(import.meta.dirname);
const RENDERER = join(ROOT, 'out', 'renderer');
const PRELOAD = join(ROOT, 'out', 'preload', 'preload.cjs');
const ICON = join(ROOT, 'resources', 'icon.png');
// The processes that the shell creates are bundled beside it.
const CORE_ENTRY = join(import.meta.dirname, 'core.js');
const TRAINER_ENTRY = join(import.meta.dirname, 'trainer.js');

/** Windows, menu and processes of the one running app. `opened`: what it was started with. */
export function startShell(opened: OpenedFiles): void {
  const folders = defaultFolders();
  const stateFile = join(folders.data, 'window.json');
  let window: BrowserWindow | null = null;

  const core = makeCoreChild({
    entry: CORE_ENTRY,
    trainerEntry: TRAINER_ENTRY,
    arguments: { version: appVersion(), dataFolder: folders.data, projectsFolder: folders.projects },
    onProject: (path) => {
      window?.setTitle(path === null ? 'Expanse' : `${basename(path, '.expanse')} — Expanse`);
      if (path !== null) app.addRecentDocument(path);
    },
    onProjectRefused: (error) => showError('The project could not be opened again', error),
  });
  const grant = (paths: readonly string[]) => core.ask<'grant-files'>({ kind: 'grant-files', paths });
  const files = makeImportFiles((granted) => window?.webContents.send(IPC.filesOpened, granted));
  const tell = (command: MenuCommand) => window?.webContents.send(IPC.menuCommand, command);

  const pickFiles = async (): Promise<readonly PickedFile[]> => {
    const paths = window === null ? [] : await chooseImports(window);
    return paths.length === 0 ? [] : grant(paths);
  };
  const pickProject = async () => {
    const path = window === null ? undefined : await chooseProject(window);
    return path !== undefined && openProject(core, path);
  };
  const open = async ({ project, imports }: OpenedFiles) => {
    await app.whenReady();
    showWindow();
    if (project !== null) await openProject(core, project);
    if (imports.length > 0) await grant(imports).then(files.add, (thrown) => showError('A file could not be opened', thrown));
  };
  const showWindow = () => {
    window ??= openWindow();
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  const openWindow = () => {
    const created = createMainWindow({ preload: PRELOAD, icon: ICON, stateFile });
    created.webContents.on('did-start-loading', files.silent);
    created.on('closed', () => {
      window = null;
      files.silent();
    });
    return created;
  };

  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open(sortOpenedFiles([path], '/'));
  });
  app.on('second-instance', (_event, _argv, _folder, also) => void open(also as OpenedFiles));
  app.on('activate', () => void open({ project: null, imports: [] }));
  closeCoreAtTheEnd(core);

  void app.whenReady().then(() => {
    hardenSession(session.defaultSession);
    handleAppProtocol(RENDERER);
    handleRequests({
      [IPC.pickFiles]: pickFiles,
      [IPC.grantPath]: async (path) => (await grant([path]))[0] ?? null,
      [IPC.pickProject]: pickProject,
      openPort: (frame) => frame.postMessage(IPC.port, null, [core.openPort()]),
      listening: files.listening,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ tell, openProject: () => void pickProject() })));
    return open(opened);
  });
}

async function openProject(core: CoreChild, path: string): Promise<boolean> {
  try {
    await core.ask<'open-project'>({ kind: 'open-project', path });
    return true;
  } catch (thrown) {
    showError('The project could not be opened', thrown);
    return false;
  }
}

/** The windows are closed by then, so nothing asks for the core again. */
function closeCoreAtTheEnd(core: CoreChild): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().then(() => {
      closed = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
