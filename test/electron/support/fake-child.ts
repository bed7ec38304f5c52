import { EventEmitter } from 'node:events';
import { basename } from 'node:path';
import type { FakePort } from './fake-port.ts';

/** The other end of a utility process: what its program finds as `process.parentPort`. */
export class FakeParentPort extends EventEmitter {
  private readonly child: FakeChild;

  constructor(child: FakeChild) {
    super();
    this.child = child;
  }

  postMessage(message: unknown): void {
    const copy = structuredClone(message);
    setImmediate(() => this.child.alive && this.child.emit('message', copy));
  }
}

/** A utility process whose program runs in the process of the test. */
export class FakeChild extends EventEmitter {
  readonly parentPort = new FakeParentPort(this);
  readonly args: readonly string[];
  alive = true;
  /** Its program runs, and has got what was sent to it. */
  ready: Promise<void>;
  private readonly held: FakePort[] = [];

  constructor(args: readonly string[], run: (child: FakeChild) => Promise<void> | void) {
    super();
    this.args = args;
    this.ready = Promise.resolve(run(this)).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      this.end(1);
    });
  }

  postMessage(message: unknown, ports: readonly FakePort[] = []): void {
    const data = structuredClone(message);
    this.held.push(...ports);
    this.ready = this.ready.then(() => {
      if (this.alive) this.parentPort.emit('message', { data, ports });
      else ports.forEach((port) => port.close());
    });
  }

  kill(): boolean {
    this.end(15);
    return true;
  }

  /** As the end of a real process: its ports close, and it is heard of once. */
  end(code: number): void {
    if (!this.alive) return;
    this.alive = false;
    this.held.forEach((port) => port.close());
    setImmediate(() => this.emit('exit', code));
  }
}

export type Program = (child: FakeChild) => Promise<void> | void;

/** What runs under the name of a bundle, such as `core.js`. */
export const programs = new Map<string, Program>();
export const children: { readonly name: string; readonly child: FakeChild }[] = [];

export function fork(entry: string, args: readonly string[] = []): FakeChild {
  const name = basename(entry);
  const program = programs.get(name);
  if (program === undefined) throw new Error(`The test has no program for ${name}.`);
  const child = new FakeChild(args, program);
  children.push({ name, child });
  return child;
}
