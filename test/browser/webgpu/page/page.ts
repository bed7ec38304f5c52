import type { Answer, Question } from './worker.ts';

declare global {
  interface Window {
    /** Has the worker do one of its tasks. */
    ask(task: string, parameters: unknown): Promise<unknown>;
  }
}

const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
// Passed on as an error of the page.
worker.addEventListener('error', (event) => {
  throw new Error(event.message);
});
let asked = 0;

window.ask = (task, parameters) =>
  new Promise((resolve, reject) => {
    const id = asked++;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.id !== id) return;
      if (data.error === undefined) resolve(data.result);
      else reject(new Error(data.error));
    });
    worker.postMessage({ id, task, parameters } satisfies Question);
  });
