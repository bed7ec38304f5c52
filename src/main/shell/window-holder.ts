import type { BrowserWindow } from 'electron';
import type { ShellNews } from './ipc-channels.ts';

/** The one window, which may be closed and opened again. */
export interface WindowHolder {
  /** null: it is closed. */
  current(): BrowserWindow | null;
  /** Opens it where it is closed, and brings it to the front. */
  show(): void;
  /** Nobody hears it where the window is closed. */
  tell<Channel extends keyof ShellNews>(channel: Channel, news: ShellNews[Channel]): void;
}

/** `onSilent`: the page is being left or closed, and hears nothing for now. */
export function holdWindow(create: () => BrowserWindow, onSilent: () => void, onClosed: () => void): WindowHolder {
  let window: BrowserWindow | null = null;
  const open = () => {
    const created = create();
    created.webContents.on('did-start-loading', onSilent);
    created.on('closed', () => {
      window = null;
      onSilent();
      onClosed();
    });
    return created;
  };
  return {
    current: () => window,
    show: () => {
      window ??= open();
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    tell: (channel, news) => window?.webContents.send(channel, news),
  };
}
