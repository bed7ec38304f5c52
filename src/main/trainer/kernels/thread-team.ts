import type { KernelInstance, KernelRunner } from '../../../shared/engine/kernels/wasm/kernel-instance.ts';
import type { MemberTask } from './member-loop.ts';
import { Member } from './member.ts';

/** Runs kernels on several threads, of which the calling one is the first. */
export interface ThreadTeam extends KernelRunner {
  /** Ends the other threads. `run` must not be called afterwards. */
  close(): Promise<void>;
}

export function startThreadTeam(threads: number): ThreadTeam {
  const members = Array.from({ length: threads - 1 }, () => new Member());
  const numberOf = makeNumbering((task) => members.forEach((member) => member.learn(task)));
  return {
    threads,
    run(instance, pass, jobs) {
      const task = numberOf(instance, pass);
      for (let begin = 0; begin < jobs.length; begin += threads) {
        const [own, ...others] = jobs.slice(begin, begin + threads);
        const helping = members.slice(0, others.length);
        helping.forEach((member, i) => member.ask(task, others[i]!));
        finishAll([() => instance.passes[pass]!(own!), ...helping.map((member) => () => member.wait())]);
      }
    },
    close: async () => void (await Promise.all(members.map((member) => member.close()))),
  };
}

/** Does all of them, also after a failure: until every job is done, somebody still writes into the memory. */
function finishAll(actions: readonly (() => void)[]): void {
  const failures: unknown[] = [];
  for (const action of actions) {
    try {
      action();
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Numbers each pass of each instance; `announce` is told of a new one before its number is first used. */
function makeNumbering(announce: (task: MemberTask) => void): (instance: KernelInstance, pass: string) => number {
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
