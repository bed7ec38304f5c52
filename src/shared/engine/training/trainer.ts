import { type AppError, ExpanseError, toAppError } from '../../contract/errors.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { TrainerMemory } from '../../domain/epoch-view.ts';
import type { ExaminedBackend } from '../../domain/examined-backend.ts';
import type { BackendSettings, TrainConfig } from '../../domain/train-config.ts';
import { TRAINER_VERSION, type TrainerMessage, type TrainerRequest } from './messages.ts';
import { predictWindows } from './predict-windows.ts';
import { trainAndReport } from './train-and-report.ts';

type Work = Extract<TrainerRequest, { kind: 'train' | 'predict' | 'examine' }>;
type Computing = Exclude<Work, { kind: 'examine' }>;

/** What differs between the processes in which a trainer runs. */
export interface TrainerHost {
  post(message: TrainerMessage): void;
  /** Makes a back end the active one. Throws ExpanseError 'trainer' where none can be used. */
  useBackend(wanted: TrainConfig['backend'], threads: TrainConfig['threads'], wideVectors: boolean): Promise<{ readonly name: string; readonly notes: readonly string[] }>;
  /** Starts, tests and times every back end, one after the other. Any of them may be the active one afterwards. */
  examine(settings: BackendSettings): Promise<{ readonly threads: number; readonly backends: readonly ExaminedBackend[] }>;
  /** As it is now. */
  memory(): TrainerMemory;
  /** Ends the process. */
  leave(): void;
}

/** What the last request computed on. */
interface Active extends Pick<TrainConfig, 'threads'> {
  readonly wanted: TrainConfig['backend'];
  readonly wideVectors: boolean;
  readonly name: string;
}

/** Carries out requests one after the other. What a request throws is its answer; the trainer lives on. */
export function makeTrainer(host: TrainerHost): { receive(request: TrainerRequest): void } {
  const cancelled = new Set<string>();
  const watched = new Map<string, readonly number[]>();
  let active: Active | null = null;
  let queue = Promise.resolve();

  const chooseBackend = async ({ config: { backend: wanted, threads, wideVectors = false } }: Computing): Promise<void> => {
    if (wanted === active?.wanted && threads === active.threads && wideVectors === active.wideVectors) return;
    const { name, notes } = await host.useBackend(wanted, threads, wideVectors);
    if (name !== active?.name) host.post({ kind: 'ready', backend: name, version: TRAINER_VERSION, notes });
    active = { wanted, threads, wideVectors, name };
  };
  const examine = async ({ id, threads, wideVectors }: Extract<Work, { kind: 'examine' }>): Promise<void> => {
    active = null;
    host.post({ kind: 'examined', id, ...(await host.examine({ threads, wideVectors })) });
  };
  const compute = async (work: Computing): Promise<void> => {
    const isCancelled = (): boolean => cancelled.has(work.id);
    await chooseBackend(work);
    if (work.kind === 'predict') return predictWindows(work, host.post, isCancelled);
    return trainAndReport(work, { post: host.post, isCancelled, watched: () => watched.get(work.id) ?? work.watched ?? [], memory: host.memory });
  };
  const carryOut = async (work: Work): Promise<void> => {
    try {
      await (work.kind === 'examine' ? examine(work) : compute(work));
    } catch (thrown) {
      host.post({ kind: 'failed', id: work.id, error: explain(thrown) });
    } finally {
      cancelled.delete(work.id);
      watched.delete(work.id);
    }
  };

  return {
    receive: (request) => {
      switch (request.kind) {
        case 'train':
        case 'predict':
        case 'examine':
          queue = queue.then(() => carryOut(request));
          return;
        case 'watch':
          watched.set(request.id, request.watched);
          return;
        case 'cancel':
          cancelled.add(request.id);
          return;
        case 'shutdown':
          return host.leave();
        default:
          return assertNever(request);
      }
    },
  };
}

function explain(thrown: unknown): AppError {
  if (thrown instanceof ExpanseError) return toAppError(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'trainer', message: `The trainer failed: ${message}`, nextStep: 'Train again; if it happens again, choose another back end.' };
}
