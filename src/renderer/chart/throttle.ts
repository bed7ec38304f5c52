/** Passes values on at most once in `intervalMs`: the first at once, the newest of those that follow when the time is up. */
export class Throttle<T> {
  readonly #intervalMs: number;
  readonly #pass: (value: T) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: { readonly value: T } | null = null;

  constructor(intervalMs: number, pass: (value: T) => void) {
    this.#intervalMs = intervalMs;
    this.#pass = pass;
  }

  push(value: T): void {
    if (this.#timer !== undefined) {
      this.#waiting = { value };
      return;
    }
    this.#timer = setTimeout(() => this.#next(), this.#intervalMs);
    this.#pass(value);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = null;
  }

  #next(): void {
    const waiting = this.#waiting;
    this.cancel();
    if (waiting !== null) this.push(waiting.value);
  }
}
