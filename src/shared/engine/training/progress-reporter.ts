import type { TrainerMessage } from './messages.ts';

/** Milliseconds between two progress messages. */
const INTERVAL = 200;

/** Tells how far the work is, seldom enough not to cost anything; the end is always told. */
export function makeProgressReporter(id: string, post: (message: TrainerMessage) => void): (done: number, total: number) => void {
  let last = -Infinity;
  return (done, total) => {
    const now = performance.now();
    if (now - last < INTERVAL && done < total) return;
    last = now;
    post({ kind: 'progress', id, done, total });
  };
}
