import { EventEmitter } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { linkToParent } from '../../../src/main/trainer/parent-link.ts';

/** The trainer's end of a port as Electron gives it: data comes wrapped in an event, and only after `start`. */
class FakePort extends EventEmitter {
  readonly posted: unknown[] = [];
  started = false;
  postMessage(message: unknown): void {
    this.posted.push(structuredClone(message));
  }
  start(): void {
    this.started = true;
  }
}

const host = process as { parentPort?: EventEmitter };
afterEach(() => delete host.parentPort);

it("uses the port that Electron's shell sends first", async () => {
  host.parentPort = new EventEmitter();
  const connecting = linkToParent();
  const port = new FakePort();
  host.parentPort.emit('message', { data: { kind: 'connect' }, ports: [port] });
  const link = await connecting;

  const received: unknown[] = [];
  let closed = false;
  link.onMessage((message) => received.push(message));
  link.onClose(() => (closed = true));
  expect(port.started).toBe(true);
  port.emit('message', { data: { kind: 'shutdown' } });
  link.post({ kind: 'progress', weights: Float32Array.of(1) });
  port.emit('close');

  expect(received).toEqual([{ kind: 'shutdown' }]);
  expect(port.posted).toEqual([{ kind: 'progress', weights: Float32Array.of(1) }]);
  expect(closed).toBe(true);
});
