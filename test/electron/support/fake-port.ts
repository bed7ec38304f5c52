import { EventEmitter } from 'node:events';

/** A MessagePort of Electron's main side, and of a page's side by `addEventListener`. Contents are cloned, ports handed over. */
export class FakePort extends EventEmitter {
  peer!: FakePort;
  private open = true;
  private started = false;
  private readonly waiting: { data: unknown; ports: readonly FakePort[] }[] = [];

  postMessage(message: unknown, ports: readonly FakePort[] = []): void {
    const data = structuredClone(message);
    setImmediate(() => this.open && this.peer.receive({ data, ports }));
  }

  start(): void {
    this.started = true;
    for (const event of this.waiting.splice(0)) this.emit('message', event);
  }

  close(): void {
    for (const port of [this, this.peer]) {
      if (!port.open) continue;
      port.open = false;
      setImmediate(() => port.emit('close'));
    }
  }

  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    this.on(type, listener);
  }

  private receive(event: { data: unknown; ports: readonly FakePort[] }): void {
    if (this.started) this.emit('message', event);
    else this.waiting.push(event);
  }
}

export class FakeMessageChannel {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();

  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}
