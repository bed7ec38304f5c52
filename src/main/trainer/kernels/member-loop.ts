import type { MessagePort, workerData as threadData } from 'node:worker_threads';
import type { WasmMemory, WasmModule } from '../../../shared/engine/kernels/wasm/wasm-api.ts';

/** Places in the shared control array. */
export interface MemberControl {
  /** Counts what was asked for; written by the caller. */
  readonly asked: 0;
  /** Counts what was done; written by the thread. */
  readonly done: 1;
  /** Number of the task to run; -1 ends the thread. */
  readonly task: 2;
  /** Address of the job. */
  readonly job: 3;
  /** 1 when the last task failed; its message then waits at the port. */
  readonly failed: 4;
}

/** A pass of a kernel that the thread shall know under a number. */
export interface MemberTask {
  readonly number: number;
  readonly module: WasmModule;
  readonly memory: WasmMemory;
  readonly pass: string;
}

export interface MemberData {
  readonly control: Int32Array;
  readonly port: MessagePort;
}

declare const WebAssembly: {
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: Record<string, (job: number) => void> };
};

interface ThreadModule {
  readonly workerData: typeof threadData;
  receiveMessageOnPort(port: MessagePort): { message: MemberTask } | undefined;
}

/**
 * The whole program of a thread that helps. It travels as text (a thread started from a file would need a place of its own
 * in every bundle), and so may refer to nothing outside itself.
 */
export function memberLoop({ workerData, receiveMessageOnPort }: ThreadModule): void {
  const [ASKED, DONE, TASK, JOB, FAILED] = [0, 1, 2, 3, 4] as const;
  const SPINS = 3000;
  const { control, port } = workerData as MemberData;
  const tasks: ((job: number) => void)[] = [];

  const awaitRequest = (seen: number): void => {
    for (let spin = 0; spin < SPINS; spin++) {
      if (Atomics.load(control, ASKED) !== seen) return;
    }
    while (Atomics.load(control, ASKED) === seen) Atomics.wait(control, ASKED, seen);
  };

  const learnTasks = (): void => {
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      const { number, module, memory, pass } = next.message;
      tasks[number] = new WebAssembly.Instance(module, { env: { memory } }).exports[pass]!;
    }
  };

  for (let seen = 0; ; seen++) {
    awaitRequest(seen);
    const task = Atomics.load(control, TASK);
    if (task < 0) return;
    try {
      if (tasks[task] === undefined) learnTasks();
      tasks[task]!(Atomics.load(control, JOB));
    } catch (error) {
      port.postMessage(String(error));
      Atomics.store(control, FAILED, 1);
    }
    Atomics.add(control, DONE, 1);
    Atomics.notify(control, DONE);
  }
}
