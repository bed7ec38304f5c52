import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { IPC, type ShellRequests } from './ipc-channels.ts';

type Handlers = ShellRequests & {
  /** The renderer asks for a port to the core. */
  openPort(frame: WebFrameMain): void;
  /** The renderer is there and hears what it is told. */
  listening(): void;
};

/** Answers our own page's top frame and nobody else. */
export function handleRequests(handlers: Handlers): void {
  ipcMain.handle(IPC.pickFiles, guarded(() => handlers[IPC.pickFiles]()));
  ipcMain.handle(IPC.pickProject, guarded(() => handlers[IPC.pickProject]()));
  ipcMain.handle(IPC.grantPath, guarded((_frame, path) => handlers[IPC.grantPath](String(path))));
  ipcMain.on(IPC.openPort, guarded((frame) => handlers.openPort(frame)));
  ipcMain.on(IPC.listening, guarded(() => handlers.listening()));
}

function guarded<Answer>(answer: (frame: WebFrameMain, parameter: unknown) => Answer) {
  return (event: IpcMainEvent | IpcMainInvokeEvent, parameter?: unknown): Answer => {
    const frame = event.senderFrame;
    if (frame === null || frame !== event.sender.mainFrame || !frame.url.startsWith(`${APP_ORIGIN}/`)) {
      throw new Error('Only the app’s own page may ask the shell.');
    }
    return answer(frame, parameter);
  };
}
