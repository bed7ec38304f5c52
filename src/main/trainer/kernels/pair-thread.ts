import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { KernelInstance, RunPair } from '../../../shared/engine/kernels/wasm/kernel-instance.ts';
import { pairThreadLoop, type PairControl, type PairTask, type PairThreadData } from './pair-thread-loop.ts';

const AT: PairControl = { asked: 0, done: 1, task: 2, job: 3, failed: 4 };
const SPINS = 3000;
/** Far beyond any pass: a thread that is silent for so long is gone. */
const PATIENCE_MS = 60_000;

/** A second thread that takes the second job of each pair. */
export interface PairThread {
  readonly run: RunPair;
  /** Ends the thread. `run` must not be called afterwards. */
  close(): Promise<void>;
}

/** Starts the thread. It never keeps the process alive. */
export function startPairThread(): PairThread {
  const control = new Int32Array(new SharedArrayBuffer(Object.keys(AT).length * Int32Array.BYTES_PER_ELEMENT));
  const { port1: port, port2: threadPort } = new MessageChannel();
  const data: PairThreadData = { control, port: threadPort };
  const program = `(${pairThreadLoop.toString()})(require('node:worker_threads'))`;
  const worker = new Worker(program, { eval: true, workerData: data, transferList: [threadPort] });
  worker.unref();
  port.unref();
  const numberOf = makeNumbering((task) => port.postMessage(task));

  const ask = (task: number, job: number): number => {
    Atomics.store(control, AT.task, task);
    Atomics.store(control, AT.job, job);
    const before = Atomics.add(control, AT.asked, 1);
    Atomics.notify(control, AT.asked);
    return before;
  };

  return {
    run(instance, pass, [own, other]) {
      const before = ask(numberOf(instance, pass), other);
      try {
        instance.passes[pass]!(own);
      } finally {
        // Also after a failure here: the other job still writes into the same memory.
        awaitDone(control, before);
      }
      if (Atomics.exchange(control, AT.failed, 0) === 1) throw threadFailed(String(receiveMessageOnPort(port)?.message));
    },
    async close() {
      ask(-1, 0);
      port.close();
      await worker.terminate();
    },
  };
}

/** Numbers each pass of each instance; `announce` is told of a new one before its number is first used. */
function makeNumbering(announce: (task: PairTask) => void): (instance: KernelInstance, pass: string) => number {
  const numbers = new WeakMap<KernelInstance, Map<string, number>>();
  let next = 0;
  return (instance, pass) => {
    const ofInstance = numbers.get(instance) ?? new Map<string, number>();
    numbers.set(instance, ofInstance);
    let number = ofInstance.get(pass);
    if (number === undefined) {
      number = next++;
      ofInstance.set(pass, number);
      announce({ number, module: instance.module, memory: instance.memory, pass });
    }
    return number;
  };
}

/** Spins for some microseconds, which a pass of equal halves rarely exceeds, then sleeps. */
function awaitDone(control: Int32Array, before: number): void {
  for (let spin = 0; spin < SPINS; spin++) {
    if (Atomics.load(control, AT.done) !== before) return;
  }
  while (Atomics.load(control, AT.done) === before) {
    if (Atomics.wait(control, AT.done, before, PATIENCE_MS) === 'timed-out') {
      throw threadFailed(`it was silent for ${PATIENCE_MS / 1000} seconds`);
    }
  }
}

function threadFailed(reason: string): ExpanseError {
  return new ExpanseError('trainer', `The second training thread failed: ${reason}.`, 'Train again, if need be with one thread.');
}
