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
  /** Cancels every job and waits until all have ended. */
  cancelAll(): Promise<void>;
}

interface RunningJob {
  readonly controller: AbortController;
  readonly ended: Promise<unknown>;
}

export function makeJobs(emit: (event: CoreEvent) => void): Jobs {
  const running = new Map<JobId, RunningJob>();
  return {
    run: async (id, work) => {
      if (running.has(id)) throw new ExpanseError('invalid-input', `Job ${id} is under way already.`, 'Ask for new work under a new id.');
      const controller = new AbortController();
      const outcome = work(makeJob(id, controller.signal, emit));
      running.set(id, { controller, ended: outcome });
      try {
        return await outcome;
      } finally {
        running.delete(id);
      }
    },
    cancel: (id) => running.get(id)?.controller.abort(),
    cancelAll: async () => {
      const jobs = [...running.values()];
      jobs.forEach(({ controller }) => controller.abort());
      await Promise.allSettled(jobs.map(({ ended }) => ended));
    },
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
