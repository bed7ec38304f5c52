import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { vi } from 'vitest';
import type { CoreApi } from '../../../src/shared/contract/contract.ts';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import { messagePortLink } from '../../../src/shared/transport/message-port-link.ts';
import { connectClient } from '../../../src/shared/transport/rpc.ts';
import type * as Electron from './fake-electron.ts';
import type { FakeChild, Program } from './fake-child.ts';
import type { FakePage } from './fake-page.ts';
import type { FakePort } from './fake-port.ts';

const SHELL = join(import.meta.dirname, '..', '..', '..', 'src', 'main', 'shell');

export interface Shell {
  readonly electron: typeof Electron;
  /** Folder of this machine: settings, projects, whatever the test puts there. */
  readonly home: string;
  /** Processes that the shell created, the oldest first. */
  readonly children: readonly { readonly name: string; readonly child: FakeChild }[];
  window(): Electron.BrowserWindow;
  /** Of trainers, closed ones included. */
  hiddenWindows(): readonly Electron.BrowserWindow[];
  page(): FakePage;
  /** The page's way to the core, through bridge, shell and port, as the renderer's. */
  connect(page?: FakePage): Promise<{ readonly api: CoreApi; readonly events: CoreEvent[]; readonly port: FakePort }>;
}

let imports = 0;
/** A module run afresh, as in a process of its own. */
const runAfresh = (name: string) => import(/* @vite-ignore */ `${join(SHELL, name)}?${(imports += 1)}`);

/** Starts the real shell, preload and core on the fake Electron. `args`: the command line. */
export async function bootShell({ args = [], home = mkdtempSync(join(tmpdir(), 'expanse-shell-')), hasLock = true, trainer }: { args?: string[]; home?: string; hasLock?: boolean; trainer?: Program } = {}): Promise<Shell> {
  vi.resetModules();
  vi.stubEnv('EXPANSE_DATA', join(home, 'data'));
  vi.stubEnv('EXPANSE_PROJECTS', join(home, 'projects'));
  process.argv = ['electron', '.', ...args];
  const electron = await import('./fake-electron.ts');
  const { children, programs } = await import('./fake-child.ts');
  programs.set('core.js', runCore);
  if (trainer !== undefined) programs.set('trainer.js', trainer);
  electron.app.hasLock = hasLock;
  electron.hooks.runPreload = async (page, preload) => {
    electron.enterPreload(page);
    vi.stubGlobal('window', page.window);
    await runAfresh(`${basename(preload, '.cjs')}.ts`);
  };
  await import('../../../src/main/shell/main.ts');
  if (hasLock) await vi.waitFor(() => electron.BrowserWindow.all[0]!.loaded);
  const isHidden = ({ options }: Electron.BrowserWindow) => basename(options.webPreferences!.preload!) === 'trainer-preload.cjs';
  const window = () => electron.BrowserWindow.all.findLast((each) => !isHidden(each))!;
  const hiddenWindows = () => electron.BrowserWindow.all.filter(isHidden);
  const page = () => window().webContents.page;
  return { electron, home, children, window, hiddenWindows, page, connect: (from = page()) => connect(from) };
}

/** The core's own entry, in place of the process. Its end is the end of that process. */
async function runCore(child: FakeChild): Promise<void> {
  Object.assign(process, { parentPort: child.parentPort, argv: ['core', ...child.args] });
  vi.spyOn(process, 'exit').mockImplementation(() => child.end(0) as never);
  await runAfresh('core-entry.ts');
}

async function connect(page: FakePage) {
  const arriving = page.nextPort();
  page.bridge.openPort();
  const port = await arriving;
  const events: CoreEvent[] = [];
  const link = messagePortLink({
    postMessage: (message) => port.postMessage(message),
    onMessage: (receive) => port.addEventListener('message', ({ data }) => receive(data)),
    onClose: (closed) => port.on('close', closed),
    start: () => port.start(),
    close: () => port.close(),
  });
  const api = connectClient(link, { onCoreEvent: (event) => void events.push(event) }) as unknown as CoreApi;
  return { api, events, port };
}

export async function shutDown(shell: Shell): Promise<void> {
  await Promise.all(shell.children.map(({ child }) => child.ready));
  shell.electron.app.quit();
  await vi.waitFor(() => {
    if (shell.children.some(({ child }) => child.alive)) throw new Error('A process is left.');
  });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  rmSync(shell.home, { recursive: true, force: true });
}
