import type { MessagePortMain } from 'electron';
import type { TrainerProcess } from '../core/trainer-process.ts';
import type { FromCore, TrainerPlace } from './core-messages.ts';

/** The core's side of trainers that the shell creates: only the shell can create a process of Electron's. */
export interface TrainerRequests {
  start(where: TrainerPlace): TrainerProcess;
  connected(trainer: number, port: MessagePortMain): void;
  exited(trainer: number, reason: string): void;
}

interface Trainer {
  port: MessagePortMain | null;
  /** Posted before there was a port. */
  readonly waiting: unknown[];
  receive: (message: unknown) => void;
  exited: (reason: string) => void;
}

export function makeTrainerRequests(tellShell: (message: FromCore) => void): TrainerRequests {
  const trainers = new Map<number, Trainer>();
  let last = 0;
  return {
    start: (where) => {
      const id = (last += 1);
      const trainer: Trainer = { port: null, waiting: [], receive: () => undefined, exited: () => undefined };
      trainers.set(id, trainer);
      tellShell({ kind: 'start-trainer', trainer: id, where });
      return {
        post: (message) => void (trainer.port === null ? trainer.waiting.push(message) : trainer.port.postMessage(message)),
        onMessage: (receive) => (trainer.receive = receive),
        onExit: (exited) => (trainer.exited = exited),
        kill: () => tellShell({ kind: 'kill-trainer', trainer: id }),
      };
    },
    connected: (id, port) => {
      const trainer = trainers.get(id);
      if (trainer === undefined) return port.close();
      trainer.port = port;
      port.on('message', ({ data }) => trainer.receive(data));
      port.start();
      for (const message of trainer.waiting.splice(0)) port.postMessage(message);
    },
    exited: (id, reason) => {
      const trainer = trainers.get(id);
      trainers.delete(id);
      trainer?.port?.close();
      trainer?.exited(reason);
    },
  };
}
