import { BrowserWindow } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { webPreferences } from './web-preferences.ts';

/** A window that is never shown: only a page has WebGPU. */
export function createTrainerWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    title: 'Expanse trainer',
    webPreferences: {
      ...webPreferences(preload),
      // Nobody sees it, and it works all the same.
      backgroundThrottling: false,
    },
  });
  // What cannot be loaded is told by 'did-fail-load'.
  window.loadURL(`${APP_ORIGIN}/trainer.html`).catch(() => undefined);
  return window;
}
