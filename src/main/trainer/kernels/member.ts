import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { memberLoop, type MemberControl, type MemberData, type MemberTask } from './member-loop.ts';

const AT: MemberControl = { asked: 0, done: 1, task: 2, job: 3, failed: 4 };
const SPINS = 3000;
/** Far beyond any pass: a thread that is silent for so long is gone. */
const PATIENCE_MS = 60_000;

/** A thread that helps with one job at a time. It never keeps the process alive. */
export class Member {
  private readonly control = new Int32Array(new SharedArrayBuffer(Object.keys(AT).length * Int32Array.BYTES_PER_ELEMENT));
  private readonly channel = new MessageChannel();
  private readonly worker: Worker;

  constructor() {
    const data: MemberData = { control: this.control, port: this.channel.port2 };
    const program = `(${memberLoop.toString()})(require('node:worker_threads'))`;
    // Without the process's own options: one of them may say that text is a module.
    this.worker = new Worker(program, { eval: true, execArgv: [], workerData: data, transferList: [data.port] });
    this.worker.unref();
    this.channel.port1.unref();
  }

  /** Tells of a pass before it is first asked for. */
  learn(task: MemberTask): void {
    this.channel.port1.postMessage(task);
  }

  /** Starts a job of a task by its number; `wait` must follow before the next. */
  ask(task: number, job: number): void {
    Atomics.store(this.control, AT.task, task);
    Atomics.store(this.control, AT.job, job);
    Atomics.add(this.control, AT.asked, 1);
    Atomics.notify(this.control, AT.asked);
  }

  /** Returns when the job is done; throws ExpanseError `trainer` when it failed. */
  wait(): void {
    const { control } = this;
    const asked = Atomics.load(control, AT.asked);
    // Equal parts are done at nearly the same time: spin for some microseconds, then sleep.
    for (let spin = 0; spin < SPINS && Atomics.load(control, AT.done) !== asked; spin++);
    for (let done = Atomics.load(control, AT.done); done !== asked; done = Atomics.load(control, AT.done)) {
      if (Atomics.wait(control, AT.done, done, PATIENCE_MS) === 'timed-out') {
        throw memberFailed(`it was silent for ${PATIENCE_MS / 1000} seconds`);
      }
    }
    if (Atomics.exchange(control, AT.failed, 0) === 1) {
      throw memberFailed(String(receiveMessageOnPort(this.channel.port1)?.message));
    }
  }

  async close(): Promise<void> {
    this.ask(-1, 0);
    this.channel.port1.close();
    await this.worker.terminate();
  }
}

function memberFailed(reason: string): ExpanseError {
  return new ExpanseError('trainer', `A training thread failed: ${reason}.`, 'Train again, if need be with one thread.');
}
