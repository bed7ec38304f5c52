/** In a hidden page frames do not come: after this long, whoever waits goes on. */
const LONGEST_FRAME_MS = 100;

/** Resolves after the next frame was drawn, when what was set on the chart can be measured. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Calls at most once a frame, however often it is asked. */
export class FrameTask {
  readonly #task: () => void;
  #request = 0;

  constructor(task: () => void) {
    this.#task = task;
  }

  schedule(): void {
    if (this.#request !== 0) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#task();
    });
  }

  cancel(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }
}
