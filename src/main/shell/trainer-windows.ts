import { MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron';
import type { ToCore } from './core-messages.ts';
import { IPC } from './ipc-channels.ts';
import type { TrainerChildren } from './trainer-children.ts';

export interface TrainerWindows extends TrainerChildren {
  areOpen(): boolean;
}

/** The shell's side of trainers on WebGPU: one hidden window each, linked to the core by a port of its own. */
export function makeTrainerWindows(create: () => BrowserWindow, tellCore: (message: ToCore, ports?: MessagePortMain[]) => void): TrainerWindows {
  const windows = new Map<number, BrowserWindow>();
  return {
    start: (trainer) => {
      const window = create();
      const { port1, port2 } = new MessageChannelMain();
      windows.set(trainer, window);
      const { webContents } = window;
      webContents.once('did-finish-load', () => webContents.mainFrame.postMessage(IPC.port, null, [port1]));
      whenGone(window, (reason) => {
        windows.delete(trainer);
        port1.close();
        tellCore({ kind: 'trainer-exited', trainer, reason });
        if (!window.isDestroyed()) window.destroy();
      });
      tellCore({ kind: 'trainer-port', trainer }, [port2]);
    },
    kill: (trainer) => windows.get(trainer)?.destroy(),
    areOpen: () => windows.size > 0,
    killAll: () => [...windows.values()].forEach((window) => window.destroy()),
  };
}

/** Tells once, in words, how the window came to be of no use. */
function whenGone(window: BrowserWindow, tell: (reason: string) => void): void {
  let told = false;
  const tellOnce = (reason: string): void => {
    if (told) return;
    told = true;
    tell(reason);
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => tellOnce(`the process of its window ended (${reason})`));
  window.webContents.on('did-fail-load', (_event, _code, description) => tellOnce(`its window could not be loaded (${description})`));
  window.on('unresponsive', () => tellOnce('its window no longer responded'));
  window.on('closed', () => tellOnce('its window was closed'));
}
