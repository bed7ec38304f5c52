import { randomUUID } from 'node:crypto';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { BackendSettings } from '../../../shared/domain/train-config.ts';
import type { WindowPredictions } from '../../../shared/domain/window-heads.ts';
import { TRAINER_VERSION, type TrainerMessage, type TrainerRequest } from '../../../shared/engine/training/messages.ts';
import type { StartTrainer } from '../trainer-process.ts';
import type { WatchedPlaces } from './watched-places.ts';

type Work = Extract<TrainerRequest, { kind: 'train' | 'predict' | 'examine' }>;
export type Told<Kind extends TrainerMessage['kind']> = Extract<TrainerMessage, { kind: Kind }>;

type TrainOrder = Pick<Extract<TrainerRequest, { kind: 'train' }>, 'config' | 'data' | 'resume'> & {
  /** The windows that every epoch tells of; absent: none. */
  readonly watched?: WatchedPlaces;
};
export type PredictOrder = Pick<Extract<TrainerRequest, { kind: 'predict' }>, 'config' | 'weights' | 'windows' | 'heads'>;

/** What a training tells on its way. */
export interface TrainingListener {
  ready(message: Told<'ready'>): void;
  epoch(message: Told<'epoch'>): void;
  checkpoint(message: Told<'checkpoint'>): void;
}

/** One trainer process. What it is asked while it works waits for its turn there. */
export interface TrainerClient {
  /** Ends early, and regularly, once the signal aborts. Throws ExpanseError: 'trainer' where the process ends, or what it reports. */
  train(order: TrainOrder, listener: TrainingListener, signal: AbortSignal): Promise<Told<'trained'>>;
  /** Throws as `train` does, and 'cancelled' once the signal aborts. */
  predict(order: PredictOrder, signal?: AbortSignal): Promise<WindowPredictions>;
  /** Tests and times every back end that the trainer has. Throws as `train` does. */
  examine(settings: BackendSettings): Promise<Told<'examined'>>;
  /** false once the process has ended. */
  isAlive(): boolean;
  kill(): void;
}

interface Pending {
  receive(message: TrainerMessage): void;
  fail(reason: unknown): void;
}

export function startTrainerClient(start: StartTrainer): TrainerClient {
  const trainer = start();
  let ended: string | null = null;
  const pending = new Map<string, Pending>();

  const end = (reason: string): void => {
    ended ??= reason;
    failAll(died(ended));
  };
  const failAll = (reason: unknown): void => pending.forEach(({ fail }) => fail(reason));
  trainer.onExit(end);
  trainer.onMessage((raw) => {
    const message = raw as TrainerMessage;
    if (message.kind === 'ready' && message.version !== TRAINER_VERSION) {
      end('it is of another version than this Expanse');
      trainer.kill();
    }
    try {
      if ('id' in message) pending.get(message.id)?.receive(message);
      else pending.forEach(({ receive }) => receive(message));
    } catch (thrown) {
      // What was told could not be kept: going on would only lose more.
      failAll(thrown);
      trainer.kill();
    }
  });

  /** Posts the work; `listen` hears what comes before its answer. */
  const answerTo = <Kind extends 'trained' | 'predicted' | 'examined'>(work: Work, kind: Kind, listen: (message: TrainerMessage) => void) =>
    new Promise<Told<Kind>>((resolve, reject) => {
      const receive = (message: TrainerMessage): void => {
        if (message.kind === kind) resolve(message as Told<Kind>);
        else if (message.kind === 'failed') reject(new ExpanseError(message.error.kind, message.error.message, message.error.nextStep));
        else listen(message);
      };
      pending.set(work.id, { receive, fail: reject });
      trainer.post(work);
    });

  const ask: typeof answerTo = async (work, kind, listen) => {
    if (ended !== null) throw died(ended);
    return answerTo(work, kind, listen).finally(() => pending.delete(work.id));
  };

  const cancelOn = async <T>(signal: AbortSignal | undefined, id: string, work: Promise<T>): Promise<T> => {
    const cancel = (): void => trainer.post({ kind: 'cancel', id } satisfies TrainerRequest);
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
    return work.finally(() => signal?.removeEventListener('abort', cancel));
  };

  return {
    train: ({ watched, ...order }, listener, signal) => {
      const id = randomUUID();
      const stop = watched?.follow((places) => trainer.post({ kind: 'watch', id, watched: places } satisfies TrainerRequest));
      const work = ask({ kind: 'train', id, ...order, watched: watched?.current() ?? [] }, 'trained', (message) => tell(listener, message));
      return cancelOn(signal, id, work).finally(stop);
    },
    predict: (order, signal) => {
      const id = randomUUID();
      return cancelOn(signal, id, ask({ kind: 'predict', id, ...order }, 'predicted', () => undefined));
    },
    examine: ({ threads, wideVectors }) => ask({ kind: 'examine', id: randomUUID(), threads, wideVectors }, 'examined', () => undefined),
    isAlive: () => ended === null,
    kill: () => {
      end('it was stopped');
      trainer.kill();
    },
  };
}

function tell(listener: TrainingListener, message: TrainerMessage): void {
  if (message.kind === 'ready') listener.ready(message);
  if (message.kind === 'epoch') listener.epoch(message);
  if (message.kind === 'checkpoint') listener.checkpoint(message);
}

function died(reason: string): ExpanseError {
  return new ExpanseError('trainer', `The training process is gone: ${reason}.`, 'What it learned until then is kept. Train again, or choose another back end.');
}
