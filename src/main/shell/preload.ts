import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CORE_PORT_MESSAGE, type ExpanseBridge } from '../../shared/contract/bridge.ts';
import { IPC, type ShellNews } from './ipc-channels.ts';

// Runs sandboxed beside the page. The page gets these few functions and neither paths nor Electron.
const bridge: ExpanseBridge = {
  host: 'electron',
  openPort: () => ipcRenderer.send(IPC.openPort),
  pickFiles: () => ipcRenderer.invoke(IPC.pickFiles),
  grantFile: async (file) => {
    const path = webUtils.getPathForFile(file as File);
    return path === '' ? null : ipcRenderer.invoke(IPC.grantPath, path);
  },
  pickProject: () => ipcRenderer.invoke(IPC.pickProject),
  onFilesOpened: (listener) => {
    const stop = hear(IPC.filesOpened, listener);
    ipcRenderer.send(IPC.listening);
    return stop;
  },
  onMenuCommand: (listener) => hear(IPC.menuCommand, listener),
};

function hear<Channel extends keyof ShellNews>(channel: Channel, listener: (news: ShellNews[Channel]) => void): () => void {
  const receive = (_event: IpcRendererEvent, news: ShellNews[Channel]) => listener(news);
  ipcRenderer.on(channel, receive);
  return () => void ipcRenderer.off(channel, receive);
}

// A port cannot pass through the bridge; it reaches the page as a message of its own window.
ipcRenderer.on(IPC.port, ({ ports }) => window.postMessage(CORE_PORT_MESSAGE, window.location.origin, [...ports]));

contextBridge.exposeInMainWorld('expanse', bridge);
