import { BrowserWindow } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** A window that is never shown: only a page has WebGPU. */
export function createTrainerWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    title: 'Expanse trainer',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // Nobody sees it, and it works all the same.
      backgroundThrottling: false,
    },
  });
  // What cannot be loaded is told by 'did-fail-load'.
  window.loadURL(`${APP_ORIGIN}/trainer.html`).catch(() => undefined);
  return window;
}
