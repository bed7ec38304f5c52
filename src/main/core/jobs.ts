import type { JobId } from '../../shared/domain/ids.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { ExpanseError } from '../../shared/contract/errors.ts';

/** Long work under way: it reports, and it asks whether it was cancelled. */
export interface Job {
  readonly signal: AbortSignal;
  report(message: string, done: number, total: number | null): void;
  /** Throws ExpanseError 'cancelled' once the job was cancelled. */
  throwIfCancelled(): void;
}

export interface Jobs {
  run<T>(id: JobId, work: (job: Job) => Promise<T>): Promise<T>;
  /** A job that has ended is no error. */
  cancel(id: JobId): void;
  cancelAll(): void;
}

export function makeJobs(emit: (event: CoreEvent) => void): Jobs {
  const controllers = new Map<JobId, AbortController>();
  return {
    run: async (id, work) => {
      const controller = new AbortController();
      controllers.set(id, controller);
      try {
        return await work(makeJob(id, controller.signal, emit));
      } finally {
        controllers.delete(id);
      }
    },
    cancel: (id) => controllers.get(id)?.abort(),
    cancelAll: () => controllers.forEach((controller) => controller.abort()),
  };
}

function makeJob(id: JobId, signal: AbortSignal, emit: (event: CoreEvent) => void): Job {
  const started = performance.now();
  return {
    signal,
    report: (message, done, total) => {
      const elapsed = (performance.now() - started) / 1000;
      const secondsLeft = total === null || done === 0 ? null : (elapsed / done) * (total - done);
      emit({ kind: 'job-progress', progress: { jobId: id, message, done, total, secondsLeft } });
    },
    throwIfCancelled: () => {
      if (signal.aborted) throw new ExpanseError('cancelled', 'Cancelled on request.', 'Nothing was changed; start again when you like.');
    },
  };
}
