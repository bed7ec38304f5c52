/**
 * Blends the probabilities of overlapping windows into one per bar: the mean over the windows that hold the bar, weighted by
 * min(t + 1, length - t), a triangle that trusts a window's middle more than its ends. Windows come in order of their start;
 * bars that no later window can hold are taken off as they become final, so that a series of any length needs little memory.
 */
export class WindowBlend {
  /** First bar that was not taken yet. */
  #from = 0;
  #sums = new Float64Array(0);
  #weights = new Float64Array(0);

  /** Adds the window whose first bar is `start`. probability: [length]. */
  add(start: number, probability: Float32Array): void {
    const length = probability.length;
    this.#reserve(start + length - this.#from);
    for (let t = 0; t < length; t++) {
      const weight = Math.min(t + 1, length - t);
      this.#sums[start - this.#from + t] += weight * probability[t];
      this.#weights[start - this.#from + t] += weight;
    }
  }

  /** Takes off the bars before `end`, from where the last one ended; 0 where no window held a bar. -> [end - last end] */
  take(end: number): Float32Array {
    const count = end - this.#from;
    this.#reserve(count);
    const blended = new Float32Array(count);
    for (let i = 0; i < count; i++) blended[i] = this.#weights[i] === 0 ? 0 : this.#sums[i] / this.#weights[i];
    this.#sums = this.#sums.slice(count);
    this.#weights = this.#weights.slice(count);
    this.#from = end;
    return blended;
  }

  #reserve(count: number): void {
    if (count <= this.#sums.length) return;
    this.#sums = grown(this.#sums, count);
    this.#weights = grown(this.#weights, count);
  }
}

function grown(values: Float64Array, count: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(count, 2 * values.length));
  larger.set(values);
  return larger;
}

/** First bars of the windows that cover a series: every `stride` bars, and one more at its end. Empty below one window. */
export function coveringStarts(bars: number, length: number, stride: number): number[] {
  if (bars < length) return [];
  const last = bars - length;
  const starts = Array.from({ length: Math.floor(last / stride) + 1 }, (_, k) => k * stride);
  if (starts[starts.length - 1] < last) starts.push(last);
  return starts;
}
