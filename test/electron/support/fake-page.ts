import { EventEmitter } from 'node:events';
import type { ExpanseBridge } from '../../../src/shared/contract/bridge.ts';
import type { FakePort } from './fake-port.ts';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** Electron's main side of IPC. */
export class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  }
}

export interface FakeFrame {
  url: string;
  postMessage(channel: string, message: unknown, ports: readonly FakePort[]): void;
}

/** One loaded page with its sandboxed preload: what the preload sees of Electron, and what the page gets from it. */
export class FakePage {
  /** The preload's ipcRenderer. */
  readonly ipc = new EventEmitter();
  /** What the preload exposed. */
  bridge!: ExpanseBridge;
  /** Ports that reached the page by its window's `message` event. */
  readonly ports: FakePort[] = [];
  private portWaiter: ((port: FakePort) => void) | undefined;
  private readonly main: FakeIpcMain;
  private readonly contents: { mainFrame: FakeFrame };

  constructor(main: FakeIpcMain, contents: { mainFrame: FakeFrame }) {
    this.main = main;
    this.contents = contents;
  }

  /** What `import … from 'electron'` gives in a sandboxed preload. */
  preloadApi() {
    return {
      contextBridge: { exposeInMainWorld: (_name: string, bridge: ExpanseBridge) => (this.bridge = bridge) },
      ipcRenderer: {
        on: (channel: string, listener: Handler) => this.ipc.on(channel, listener),
        once: (channel: string, listener: Handler) => this.ipc.once(channel, listener),
        off: (channel: string, listener: Handler) => this.ipc.off(channel, listener),
        send: (channel: string, ...args: unknown[]) => void setImmediate(() => this.main.emit(channel, this.event(), ...structuredClone(args))),
        invoke: (channel: string, ...args: unknown[]) => this.invokeAs(this.event(), channel, ...args),
      },
      webUtils: { getPathForFile: (file: { path?: string }) => file.path ?? '' },
    };
  }

  /** The preload's `window`. */
  readonly window = {
    location: { origin: 'app://expanse' },
    postMessage: (_message: unknown, _origin: string, ports: readonly FakePort[]) => {
      this.ports.push(...ports);
      this.portWaiter?.(ports[0]!);
    },
  };

  nextPort(): Promise<FakePort> {
    return new Promise((resolve) => (this.portWaiter = resolve));
  }

  async invokeAs(event: unknown, channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = this.main.handlers.get(channel);
    if (handler === undefined) throw new Error(`Nobody handles ${channel}.`);
    return structuredClone(await handler(event, ...structuredClone(args)));
  }

  private event() {
    return { sender: this.contents, senderFrame: this.contents.mainFrame };
  }
}
