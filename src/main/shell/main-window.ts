import { BrowserWindow, screen } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { webPreferences } from './web-preferences.ts';
import { readWindowState, SMALLEST, writeWindowState } from './window-state.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** Where its place on the screen is remembered. */
  readonly stateFile: string;
}

/** The app's one window. It is shown once it has something to show. */
export function createMainWindow({ preload, icon, stateFile }: MainWindowOptions): BrowserWindow {
  const { bounds, maximised } = readWindowState(stateFile, workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Expanse',
    icon,
    backgroundColor: '#14181f',
    webPreferences: webPreferences(preload),
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }));
  // The shell titles the window after the project.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}
