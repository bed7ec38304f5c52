import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { ToCore } from './core-messages.ts';

/** The shell's side of trainers: one utility process each, linked to the core by a port of their own. */
export interface TrainerChildren {
  start(trainer: number): void;
  kill(trainer: number): void;
  /** When the core that they belong to is gone. */
  killAll(): void;
}

export function makeTrainerChildren(entry: string, tellCore: (message: ToCore, ports?: MessagePortMain[]) => void): TrainerChildren {
  const children = new Map<number, UtilityProcess>();
  return {
    start: (trainer) => {
      const child = utilityProcess.fork(entry, [], { serviceName: 'Expanse trainer' });
      const { port1, port2 } = new MessageChannelMain();
      children.set(trainer, child);
      child.once('exit', (code) => {
        children.delete(trainer);
        tellCore({ kind: 'trainer-exited', trainer, reason: `the training process ended with code ${code}` });
      });
      child.postMessage({ kind: 'connect' }, [port1]);
      tellCore({ kind: 'trainer-port', trainer }, [port2]);
    },
    kill: (trainer) => void children.get(trainer)?.kill(),
    killAll: () => children.forEach((child) => child.kill()),
  };
}
