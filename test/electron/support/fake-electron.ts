import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, Rectangle } from 'electron';
import { fork } from './fake-child.ts';
import { FakeIpcMain, FakePage, type FakeFrame } from './fake-page.ts';
import { FakeMessageChannel } from './fake-port.ts';

// As much of Electron as the shell uses, in the process of the test. What crosses processes is cloned.

class FakeApp extends EventEmitter {
  isPackaged = false;
  name = '';
  hasLock = true;
  lockData: unknown = null;
  quits = 0;
  exited = false;
  readonly recent: string[] = [];
  /** Switches of Chromium, by name. */
  readonly switches = new Map<string, string>();
  readonly commandLine = { appendSwitch: (name: string, value = '') => void this.switches.set(name, value) };
  setName = (name: string) => (this.name = name);
  addRecentDocument = (path: string) => this.recent.push(path);
  whenReady = () => Promise.resolve();
  requestSingleInstanceLock = (data: unknown) => {
    this.lockData = data;
    return this.hasLock;
  };
  quit = () => {
    this.quits += 1;
    if (!this.isPrevented('before-quit') && !this.isPrevented('will-quit')) this.exited = true;
  };
  private isPrevented(event: string): boolean {
    let prevented = false;
    this.emit(event, { preventDefault: () => (prevented = true) });
    return prevented;
  }
}

class FakeSession {
  request: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | undefined;
  check: (() => boolean) | undefined;
  device: (() => boolean) | undefined;
  setPermissionRequestHandler = (handler: NonNullable<FakeSession['request']>) => (this.request = handler);
  setPermissionCheckHandler = (handler: () => boolean) => (this.check = handler);
  setDevicePermissionHandler = (handler: () => boolean) => (this.device = handler);
}

class FakeContents extends EventEmitter {
  page!: FakePage;
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  readonly mainFrame: FakeFrame = {
    url: '',
    postMessage: (channel, _message, ports) => void setImmediate(() => this.page.ipc.emit(channel, { ports })),
  };
  setWindowOpenHandler = (handler: NonNullable<FakeContents['openHandler']>) => (this.openHandler = handler);
  send = (channel: string, ...args: unknown[]) => void setImmediate(() => this.page.ipc.emit(channel, {}, ...structuredClone(args)));
}

/** Set by the test's set-up: runs the preload, by its path, in a page. */
export const hooks: { runPreload: (page: FakePage, preload: string) => Promise<void> } = { runPreload: async () => undefined };

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  shown = false;
  maximised = false;
  minimised = false;
  focuses = 0;
  title = '';
  /** Resolves when the page and its preload have run. */
  loaded: Promise<void> = Promise.resolve();

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.loaded = this.load(url);
    return this.loaded;
  }
  async load(url: string): Promise<void> {
    this.webContents.emit('did-start-loading');
    this.webContents.mainFrame.url = url;
    this.webContents.page = new FakePage(ipcMain, this.webContents);
    await hooks.runPreload(this.webContents.page, this.options.webPreferences!.preload!);
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
  private destroyed = false;
  isDestroyed = () => this.destroyed;
  close = () => {
    this.emit('close');
    this.destroy();
  };
  destroy = () => {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
    if (BrowserWindow.all.every((window) => window.destroyed)) app.emit('window-all-closed');
  };
  show = () => (this.shown = true);
  focus = () => (this.focuses += 1);
  maximize = () => (this.maximised = true);
  isMaximized = () => this.maximised;
  isMinimized = () => this.minimised;
  restore = () => (this.minimised = false);
  setTitle = (title: string) => (this.title = title);
  getNormalBounds = (): Rectangle => {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options;
    return { x, y, width, height };
  };
  closeByPerson(): void {
    this.close();
  }
}

export const app = new FakeApp();
export const ipcMain = new FakeIpcMain();
export const session = { defaultSession: new FakeSession() };
export const utilityProcess = { fork };
export const MessageChannelMain = FakeMessageChannel;

export const dialog = {
  /** What the person chooses next. */
  answer: [] as string[],
  errors: [] as string[],
  showOpenDialog: async () => ({ canceled: dialog.answer.length === 0, filePaths: dialog.answer.splice(0) }),
  showErrorBox: (title: string, text: string) => void dialog.errors.push(`${title}: ${text}`),
};

export const Menu = {
  template: [] as MenuItemConstructorOptions[],
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: MenuItemConstructorOptions[]) => (Menu.template = template),
};

type SchemeHandler = (request: { url: string }) => Promise<Response>;

class FakeProtocol {
  schemes: readonly { scheme: string; privileges: object }[] = [];
  readonly handlers = new Map<string, SchemeHandler>();
  registerSchemesAsPrivileged = (schemes: FakeProtocol['schemes']) => void (this.schemes = schemes);
  handle = (scheme: string, handler: SchemeHandler) => void this.handlers.set(scheme, handler);
}
export const protocol = new FakeProtocol();

export const screen = {
  areas: [{ x: 0, y: 0, width: 1920, height: 1080 }] as Rectangle[],
  getAllDisplays: () => screen.areas.map((workArea, id) => ({ id, workArea })),
  getPrimaryDisplay: () => ({ id: 0, workArea: screen.areas[0]! }),
};

// The preload's part. It belongs to the page whose preload runs.
type PreloadApi = ReturnType<FakePage['preloadApi']>;
export let contextBridge: PreloadApi['contextBridge'];
export let ipcRenderer: PreloadApi['ipcRenderer'];
export let webUtils: PreloadApi['webUtils'];

export function enterPreload(page: FakePage): void {
  ({ contextBridge, ipcRenderer, webUtils } = page.preloadApi());
}
