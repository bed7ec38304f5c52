import { dispose, keep, type Tensor } from '@tensorflow/tfjs-core';

/** Forward passes that may wait for their gradient at the same time; with one more, the oldest gives up its states. */
const MOST_KEPT = 3;

/** States of forward passes until their gradients ask for them. Memory stays bounded, however many are never asked for. */
export class KeptStates {
  /** Oldest first. */
  private readonly waiting = new Map<number, readonly Tensor[]>();
  private next = 0;

  /** Keeps the tensors alive beyond every tidy; returns the ticket to take them. */
  keep(states: readonly Tensor[]): number {
    if (this.waiting.size === MOST_KEPT) this.giveUpOldest();
    states.forEach((state) => keep(state));
    this.waiting.set(this.next, states);
    return this.next++;
  }

  /** Null where they were taken or given up. Who takes them disposes them. */
  take(ticket: number): readonly Tensor[] | null {
    const states = this.waiting.get(ticket) ?? null;
    this.waiting.delete(ticket);
    return states;
  }

  private giveUpOldest(): void {
    const [oldest] = this.waiting.keys();
    dispose([...this.take(oldest!)!]);
  }
}
