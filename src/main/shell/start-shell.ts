import { basename, join } from 'node:path';
import { app, Menu, session } from 'electron';
import { appVersion } from '../environment/app-version.ts';
import { defaultFolders } from '../environment/folders.ts';
import { rootFolder } from '../environment/root-folder.ts';
import { handleAppProtocol } from './app-protocol.ts';
import { makeChoices } from './choices.ts';
import { makeCoreChild, type CoreChild } from './core-child.ts';
import { showError } from './dialogs.ts';
import { hardenContents, hardenSession } from './harden.ts';
import { makeImportFiles } from './import-files.ts';
import { handleRequests } from './ipc.ts';
import { IPC } from './ipc-channels.ts';
import { createMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { sortOpenedFiles, type OpenedFiles } from './opened-files.ts';
import { createTrainerWindow } from './trainer-window.ts';
import { holdWindow, type WindowHolder } from './window-holder.ts';

const ROOT = rootFolder(import.meta.dirname);
const RENDERER = join(ROOT, 'out', 'renderer');
const PRELOAD = join(ROOT, 'out', 'preload', 'preload.cjs');
const TRAINER_PRELOAD = join(ROOT, 'out', 'preload', 'trainer-preload.cjs');
const ICON = join(ROOT, 'resources', 'icon.png');
// The processes that the shell creates are bundled beside it.
const CORE_ENTRY = join(import.meta.dirname, 'core.js');
const TRAINER_ENTRY = join(import.meta.dirname, 'trainer.js');

/** Window, menu and processes of the one running app. `opened`: what it was started with. */
export function startShell(opened: OpenedFiles): void {
  const folders = defaultFolders();
  const files = makeImportFiles((granted) => window.tell(IPC.filesOpened, granted));
  const window = holdWindow(() => createMainWindow({ preload: PRELOAD, icon: ICON, stateFile: join(folders.data, 'window.json') }), files.silent, quitWithoutWindow);
  const core = makeCoreChild({
    entry: CORE_ENTRY,
    trainerEntry: TRAINER_ENTRY,
    createTrainerWindow: () => createTrainerWindow(TRAINER_PRELOAD),
    arguments: { version: appVersion(), dataFolder: folders.data, projectsFolder: folders.projects },
    onProject: (path) => showProject(window, path),
    onProjectRefused: (error) => showError('The project could not be opened again', error),
  });
  const { grant, openProject, pickFiles, pickProject } = makeChoices(core, window);

  const open = async ({ project, imports }: OpenedFiles) => {
    await app.whenReady();
    window.show();
    if (project !== null) await openProject(project);
    if (imports.length > 0) await grant(imports).then(files.add, (thrown) => showError('A file could not be opened', thrown));
  };

  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  openWhatComesLater(open);
  closeCoreAtTheEnd(core, window);
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
    const menu = menuTemplate({ tell: (command) => window.tell(IPC.menuCommand, command), openProject: () => void pickProject() });
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
    return open(opened);
  });
}

function showProject(window: WindowHolder, path: string | null): void {
  window.current()?.setTitle(path === null ? 'Expanse' : `${basename(path, '.expanse')} — Expanse`);
  if (path !== null) app.addRecentDocument(path);
}

/** Files of the file manager, a second start of the app, and a click on its icon while it has no window. */
function openWhatComesLater(open: (files: OpenedFiles) => Promise<void>): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open(sortOpenedFiles([path], '/'));
  });
  app.on('second-instance', (_event, _argv, _folder, files) => void open(files as OpenedFiles));
  app.on('activate', () => void open({ project: null, imports: [] }));
}

/** The app's window is closed by then, so nothing asks for the core again. */
function closeCoreAtTheEnd(core: CoreChild, window: WindowHolder): void {
  let closed = false;
  let closing: Promise<void> | undefined;
  const close = async () => {
    await core.close();
    closed = true;
    app.quit();
  };
  app.on('before-quit', (event) => {
    // Quitting closes every window first, but a hidden one has yet to hand over what was learned in it.
    if (closed || !core.trainsInWindow()) return;
    event.preventDefault();
    closing ??= close();
    window.current()?.close();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closing ??= close();
  });
  // Told of the app's own window: a hidden one is no reason to stay. Without a listener Electron would quit everywhere.
  app.on('window-all-closed', () => undefined);
}

function quitWithoutWindow(): void {
  if (process.platform !== 'darwin') app.quit();
}
