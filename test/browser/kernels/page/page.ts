declare global {
  interface Window {
    /** What the worker computed; the test waits for it. */
    kernelResult: Promise<number[][]>;
  }
}

const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
window.kernelResult = new Promise((resolve, reject) => {
  worker.addEventListener('message', ({ data }) => resolve(data as number[][]));
  worker.addEventListener('error', (event) => reject(new Error(event.message)));
});
