import { describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import { newJobId } from '../../../src/shared/domain/ids.ts';
import { makeJobs, type Job } from '../../../src/main/core/jobs.ts';

/** Works until it is cancelled, and takes a moment to notice. */
async function workUntilCancelled(job: Job): Promise<never> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    job.throwIfCancelled();
  }
}

describe('jobs', () => {
  it('answer what the work answers, and tell its progress with the time left', async () => {
    const events: CoreEvent[] = [];
    const jobs = makeJobs((event) => events.push(event));
    const id = newJobId();
    const answer = await jobs.run(id, async (job) => {
      job.report('Reading', 0, 10);
      await new Promise((resolve) => setTimeout(resolve, 20));
      job.report('Reading', 5, 10);
      return 42;
    });
    expect(answer).toBe(42);
    expect(events).toMatchObject([
      { kind: 'job-progress', progress: { jobId: id, message: 'Reading', done: 0, total: 10, secondsLeft: null } },
      { kind: 'job-progress', progress: { jobId: id, done: 5, total: 10, secondsLeft: expect.closeTo(0.02, 1) } },
    ]);
  });

  it('end with "cancelled" when they are, and only they', async () => {
    const jobs = makeJobs(() => undefined);
    const [cancelled, other] = [newJobId(), newJobId()];
    const ended = jobs.run(cancelled, workUntilCancelled);
    const finished = jobs.run(other, async (job) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return job.signal.aborted;
    });
    jobs.cancel(cancelled);
    await expect(ended).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await finished).toBe(false);
    expect(() => jobs.cancel(cancelled)).not.toThrow();
  });

  it('are over when cancelAll is', async () => {
    const jobs = makeJobs(() => undefined);
    let over = 0;
    const ends = [1, 2, 3].map(() => jobs.run(newJobId(), workUntilCancelled).catch(() => (over += 1)));
    await jobs.cancelAll();
    expect(over).toBe(3);
    await Promise.all(ends);
  });

  it('refuse an id that is under way, and take it again afterwards', async () => {
    const jobs = makeJobs(() => undefined);
    const id = newJobId();
    const first = jobs.run(id, workUntilCancelled);
    await expect(jobs.run(id, async () => 1)).rejects.toMatchObject({ kind: 'invalid-input' });
    jobs.cancel(id);
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await jobs.run(id, async () => 1)).toBe(1);
  });
});
