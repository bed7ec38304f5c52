import { Throttle } from '../throttle.ts';

/** The core is asked so often at most, however fast the main chart moves. */
const READ_EVERY_MS = 200;

export interface ReadOutcome<Wish, Answer> {
  onRead(answer: Answer, wish: Wish): void;
  onError(error: unknown): void;
}

/** Reads what is wished for, one at a time and a few times a second; of the wishes that wait, only the newest is carried out. */
export class NewestRead<Wish, Answer> {
  readonly #read: (wish: Wish) => Promise<Answer>;
  readonly #outcome: ReadOutcome<Wish, Answer>;
  readonly #throttle = new Throttle<Wish>(READ_EVERY_MS, (wish) => void this.#start(wish));
  #waiting: { readonly wish: Wish } | null = null;
  #running = false;
  #disposed = false;

  constructor(read: (wish: Wish) => Promise<Answer>, outcome: ReadOutcome<Wish, Answer>) {
    this.#read = read;
    this.#outcome = outcome;
  }

  want(wish: Wish): void {
    this.#throttle.push(wish);
  }

  dispose(): void {
    this.#disposed = true;
    this.#throttle.cancel();
  }

  async #start(wish: Wish): Promise<void> {
    if (this.#running) {
      this.#waiting = { wish };
      return;
    }
    this.#running = true;
    try {
      const answer = await this.#read(wish);
      if (!this.#disposed) this.#outcome.onRead(answer, wish);
    } catch (error) {
      if (!this.#disposed) this.#outcome.onError(error);
    } finally {
      this.#running = false;
      this.#next();
    }
  }

  #next(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null && !this.#disposed) void this.#start(waiting.wish);
  }
}
