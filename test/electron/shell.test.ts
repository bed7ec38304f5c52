import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bootShell, shutDown, type Shell } from './support/boot-shell.ts';

let shell: Shell;
const boot = async (options?: Parameters<typeof bootShell>[0]) => (shell = await bootShell(options));
afterEach(() => shutDown(shell));

const BARS = `time,open,high,low,close\n${Array.from({ length: 50 }, (_, i) => `${1_700_000_000 + i * 60},1,2,0.5,1.5`).join('\n')}`;

function writeBars(name = 'bars.csv'): string {
  const path = join(shell.home, name);
  writeFileSync(path, BARS);
  return path;
}

async function makeProject(name: string): Promise<string> {
  const { api } = await shell.connect();
  const made = await api.createProject({ name });
  if (!made.ok) throw new Error(made.error.message);
  await api.closeProject({});
  return made.value.path;
}

describe('the window', () => {
  it('shows our own page in a sandbox', async () => {
    await boot();
    expect(shell.window().options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
    expect(shell.window().webContents.mainFrame.url).toBe('app://expanse/index.html');
    expect(shell.window().shown).toBe(true);
  });

  it('comes back where it was left', async () => {
    await boot();
    const { home } = shell;
    Object.assign(shell.window().options, { x: 100, y: 80, width: 1200, height: 800 });
    shell.window().maximize();
    shell.window().closeByPerson();
    await vi.waitFor(() => expect(shell.electron.app.exited).toBe(true));
    await boot({ home });
    expect(shell.window().options).toMatchObject({ x: 100, y: 80, width: 1200, height: 800 });
    expect(shell.window().maximised).toBe(true);
  });

  it('goes nowhere else, opens nothing and embeds nothing', async () => {
    await boot();
    const { webContents } = shell.window();
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      const preventDefault = vi.fn();
      webContents.emit(event, { preventDefault });
      expect(preventDefault, event).toHaveBeenCalledOnce();
    }
    expect(webContents.openHandler!({ url: 'https://example.com' })).toEqual({ action: 'deny' });
  });

  it('is granted no permission and no device', async () => {
    await boot();
    const { request, check, device } = shell.electron.session.defaultSession;
    const answer = vi.fn();
    request!(null, 'media', answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect([check!(), device!()]).toEqual([false, false]);
  });
});

describe('the app protocol', () => {
  const fetchApp = (url: string) => shell.electron.protocol.handlers.get('app')!({ url });

  it('is a secure origin that serves the built page under a strict policy', async () => {
    await boot();
    expect(shell.electron.protocol.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    const page = await fetchApp('app://expanse/index.html');
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'; script-src 'self'/);
    expect(await page.text()).toContain('id="root"');
  });

  it.each(['app://expanse/../package.json', 'app://expanse/%2e%2e/%2e%2e/package.json', 'app://expanse/none.js', 'app://other/index.html'])('gives nothing for %s', async (url) => {
    await boot();
    expect((await fetchApp(url)).status).toBe(404);
  });
});

describe('the page', () => {
  it('reaches the core, which runs in a process of its own', async () => {
    await boot();
    const { api, events } = await shell.connect();
    expect(await api.readProject({})).toEqual({ ok: true, value: null });
    expect(await api.createProject({ name: 'first' })).toMatchObject({ ok: true, value: { name: 'first' } });
    await vi.waitFor(() => expect(events).toContainEqual({ kind: 'project-changed' }));
    await vi.waitFor(() => expect(shell.window().title).toBe('first — Expanse'));
    expect(existsSync(join(shell.home, 'projects', 'first.expanse'))).toBe(true);
    expect(shell.children.map(({ name }) => name)).toEqual(['core.js']);
  });

  it('gets chosen files as tokens that the core can read, and never their paths', async () => {
    await boot();
    shell.electron.dialog.answer = [writeBars()];
    const picked = await shell.page().bridge.pickFiles();
    expect(picked).toEqual([{ file: expect.any(String), name: 'bars.csv', bytes: BARS.length }]);
    expect(JSON.stringify(picked)).not.toContain(shell.home);
    const { api } = await shell.connect();
    expect(await api.previewImport({ file: picked[0]!.file })).toMatchObject({ ok: true, value: { kind: 'bars', file: 'bars.csv' } });
  });

  it('gets nothing where the dialog was dismissed', async () => {
    await boot();
    expect(await shell.page().bridge.pickFiles()).toEqual([]);
    expect(await shell.page().bridge.pickProject()).toBe(false);
  });

  it('gets a token for a dropped file, and null for one that is not on the disk', async () => {
    await boot();
    const path = writeBars();
    expect(await shell.page().bridge.grantFile({ path })).toMatchObject({ name: 'bars.csv' });
    expect(await shell.page().bridge.grantFile({})).toBeNull();
  });

  it('is told why a folder or a missing file cannot be had', async () => {
    await boot();
    await expect(shell.page().bridge.grantFile({ path: shell.home })).rejects.toThrow(/is not a file/);
    await expect(shell.page().bridge.grantFile({ path: join(shell.home, 'none.csv') })).rejects.toThrow(/none\.csv/);
  });

  it('opens a chosen project, and hears it refused in words', async () => {
    await boot();
    const project = await makeProject('second');
    shell.electron.dialog.answer = [project];
    expect(await shell.page().bridge.pickProject()).toBe(true);
    await vi.waitFor(() => expect(shell.window().title).toBe('second — Expanse'));

    writeFileSync(join(shell.home, 'letters.expanse'), 'letters');
    shell.electron.dialog.answer = [join(shell.home, 'letters.expanse')];
    expect(await shell.page().bridge.pickProject()).toBe(false);
    expect(shell.electron.dialog.errors).toEqual([expect.stringMatching(/could not be opened: .*letters\.expanse is not an Expanse project/)]);
  });

  it('alone is answered: not a frame in it, not another page', async () => {
    await boot();
    const { webContents } = shell.window();
    const senders = [
      { sender: webContents, senderFrame: { url: 'app://expanse/index.html' } },
      { sender: webContents, senderFrame: null },
      { sender: webContents, senderFrame: Object.assign(webContents.mainFrame, { url: 'https://evil.example/app://expanse/' }) },
      { sender: webContents, senderFrame: Object.assign(webContents.mainFrame, { url: 'app://expanse.evil/index.html' }) },
    ];
    for (const channel of shell.electron.ipcMain.handlers.keys()) {
      for (const event of senders) await expect(shell.page().invokeAs(event, channel, 'x'), channel).rejects.toThrow(/own page/);
    }
    for (const channel of shell.electron.ipcMain.eventNames()) {
      for (const event of senders) expect(() => shell.electron.ipcMain.emit(channel, event), String(channel)).toThrow(/own page/);
    }
    expect(shell.electron.ipcMain.handlers.size + shell.electron.ipcMain.eventNames().length).toBe(5);
  });
});

describe('files from outside', () => {
  it('a project on the command line is opened', async () => {
    await boot();
    const { home } = shell;
    const project = await makeProject('named');
    shell.electron.app.quit();
    await boot({ home, args: ['--some-switch', project] });
    await vi.waitFor(() => expect(shell.window().title).toBe('named — Expanse'));
    expect(shell.electron.app.recent).toEqual([project]);
  });

  it('files of bars wait until the page listens, and reach it once', async () => {
    await boot();
    const heard: unknown[] = [];
    shell.electron.app.emit('open-file', { preventDefault: () => undefined }, writeBars());
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stop = shell.page().bridge.onFilesOpened((files) => heard.push(files));
    await vi.waitFor(() => expect(heard).toEqual([[{ file: expect.any(String), name: 'bars.csv', bytes: BARS.length }]]));
    shell.electron.app.emit('open-file', { preventDefault: () => undefined }, writeBars('more.csv'));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    stop();
    shell.electron.app.emit('open-file', { preventDefault: () => undefined }, writeBars('unheard.csv'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toHaveLength(2);
  });

  it('a second start hands its files to the first, which comes to the front', async () => {
    await boot();
    const project = await makeProject('handed');
    shell.window().minimised = true;
    const focuses = shell.window().focuses;
    shell.electron.app.emit('second-instance', {}, [], '/', { project, imports: [] });
    await vi.waitFor(() => expect(shell.window().title).toBe('handed — Expanse'));
    expect(shell.window().minimised).toBe(false);
    expect(shell.window().focuses).toBe(focuses + 1);
    expect(shell.electron.BrowserWindow.all).toHaveLength(1);
  });

  it('and itself ends without a window', async () => {
    await boot({ hasLock: false, args: ['a.expanse', 'b.csv'] });
    expect(shell.electron.app.exited).toBe(true);
    expect(shell.electron.BrowserWindow.all).toEqual([]);
    expect(shell.electron.app.lockData).toEqual({ project: join(process.cwd(), 'a.expanse'), imports: [join(process.cwd(), 'b.csv')] });
  });
});

describe('the menu', () => {
  it('has the usual roles', async () => {
    await boot();
    const roles = shell.electron.Menu.template.map(({ role }) => role).filter(Boolean);
    expect(roles).toEqual(expect.arrayContaining(['editMenu', 'viewMenu', 'windowMenu', 'help']));
  });

  it('asks the page to do what the page does', async () => {
    await boot();
    const heard: string[] = [];
    shell.page().bridge.onMenuCommand((command) => heard.push(command));
    const items = shell.electron.Menu.template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    for (const label of ['New Project…', 'Import…', 'Keyboard Shortcuts']) items.find((item) => item.label === label)!.click!({} as never, undefined, {} as never);
    await vi.waitFor(() => expect(heard).toEqual(['new-project', 'import', 'show-keys']));
  });
});

describe('a core that dies', () => {
  it('closes the page’s port, and is started anew with its project when the page asks again', async () => {
    await boot();
    const first = await shell.connect();
    await first.api.createProject({ name: 'kept' });
    await vi.waitFor(() => expect(shell.window().title).toBe('kept — Expanse'));
    const closed = new Promise((resolve) => first.port.on('close', resolve));
    // As a dead process would, it lets go of the file; the shell did not ask for that.
    shell.children[0]!.child.parentPort.emit('message', { data: { kind: 'close' }, ports: [] });
    await closed;

    const second = await shell.connect();
    await vi.waitFor(async () => expect(await second.api.readProject({})).toMatchObject({ ok: true, value: { name: 'kept' } }));
    expect(shell.children.map(({ name }) => name)).toEqual(['core.js', 'core.js']);
  });

  it('rejects what the shell was asking of it', async () => {
    await boot();
    await shell.connect();
    const asked = shell.page().bridge.grantFile({ path: writeBars() });
    shell.children[0]!.child.end(139);
    await expect(asked).rejects.toThrow(/core ended unexpectedly/);
  });
});

describe('quitting', () => {
  it('waits until the core has closed the project', async () => {
    await boot();
    const { api } = await shell.connect();
    await api.createProject({ name: 'closed' });
    shell.electron.app.quit();
    expect(shell.electron.app.exited).toBe(false);
    await vi.waitFor(() => expect(shell.electron.app.exited).toBe(true));
    expect(shell.children[0]!.child.alive).toBe(false);
    expect(existsSync(join(shell.home, 'projects', 'closed.expanse-wal'))).toBe(false);
  });
});
