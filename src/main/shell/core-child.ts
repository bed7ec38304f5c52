import { MessageChannelMain, utilityProcess, type BrowserWindow, type MessagePortMain, type UtilityProcess } from 'electron';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { ExpanseError, type AppError } from '../../shared/contract/errors.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { CoreArguments, CoreReplies, FromCore, ToCore } from './core-messages.ts';
import { makeTrainerChildren } from './trainer-children.ts';
import { makeTrainerWindows } from './trainer-windows.ts';

/** The core's process. It is started when it is needed, and anew after it died. */
export interface CoreChild {
  /** A port to the core, to hand to a renderer. */
  openPort(): MessagePortMain;
  /** Throws ExpanseError where the core refuses. */
  ask<Kind extends keyof CoreReplies>(request: Omit<Extract<ToCore, { kind: Kind }>, 'id'>): Promise<CoreReplies[Kind]>;
  /** A trainer works in a hidden window. */
  trainsInWindow(): boolean;
  /** Ends in good order: work is cancelled, the project closed. */
  close(): Promise<void>;
}

export interface CoreChildOptions {
  readonly entry: string;
  readonly trainerEntry: string;
  readonly createTrainerWindow: () => BrowserWindow;
  readonly arguments: Omit<CoreArguments, 'projectPath'>;
  readonly onProject: (path: string | null) => void;
  readonly onProjectRefused: (error: AppError) => void;
}

const GONE = new ExpanseError('internal', 'The core ended unexpectedly.', 'It was started anew; what was acknowledged is safe. Try again.');
const CLOSING_LIMIT_MS = 5_000;

export function makeCoreChild(options: CoreChildOptions): CoreChild {
  let child: UtilityProcess | null = null;
  let projectPath: string | null = null;
  let lastId = 0;
  const pending = new Map<number, (result: Result<unknown>) => void>();
  const tell = (message: ToCore, ports: MessagePortMain[] = []) => child?.postMessage(message, ports);
  const places = { process: makeTrainerChildren(options.trainerEntry, tell), window: makeTrainerWindows(options.createTrainerWindow, tell) };
  const trainers = Object.values(places);

  const receive = (message: FromCore) => {
    switch (message.kind) {
      case 'reply':
        pending.get(message.id)?.(message.result);
        return pending.delete(message.id);
      case 'project':
        projectPath = message.path;
        return options.onProject(message.path);
      case 'project-refused':
        return options.onProjectRefused(message.error);
      case 'start-trainer':
        return places[message.where].start(message.trainer);
      case 'kill-trainer':
        return trainers.forEach(({ kill }) => kill(message.trainer));
      default:
        return assertNever(message);
    }
  };
  const forget = () => {
    child = null;
    trainers.forEach(({ killAll }) => killAll());
    for (const settle of pending.values()) settle({ ok: false, error: GONE });
    pending.clear();
  };
  const start = () => {
    if (child !== null) return;
    const coreArguments: CoreArguments = { ...options.arguments, projectPath };
    child = utilityProcess.fork(options.entry, [JSON.stringify(coreArguments)], { serviceName: 'Expanse core' });
    child.on('message', receive);
    child.once('exit', forget);
  };

  return {
    openPort: () => {
      start();
      const { port1, port2 } = new MessageChannelMain();
      tell({ kind: 'connect' }, [port1]);
      return port2;
    },
    ask: (request) => {
      start();
      const id = (lastId += 1);
      return new Promise((resolve, reject) => {
        pending.set(id, (result) => (result.ok ? resolve(result.value as never) : reject(asError(result.error))));
        tell({ ...request, id } as ToCore);
      });
    },
    trainsInWindow: () => places.window.areOpen(),
    close: () => {
      const closing = child;
      if (closing === null) return Promise.resolve();
      return new Promise((resolve) => {
        const limit = setTimeout(() => closing.kill(), CLOSING_LIMIT_MS);
        closing.once('exit', () => {
          clearTimeout(limit);
          resolve();
        });
        tell({ kind: 'close' });
      });
    },
  };
}

const asError = ({ kind, message, nextStep }: AppError) => new ExpanseError(kind, message, nextStep);
