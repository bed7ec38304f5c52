import type { ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import type { Series } from '../../../shared/domain/series.ts';
import type { BarSource } from '../chart-types.ts';
import { levelFactor } from '../paging/choose-level.ts';
import type { SliceRange } from '../paging/plan-slice.ts';
import { indicatorChunk, type IndicatorChunk } from './indicator-chunk.ts';
import { NO_INDICATORS, type IndicatorWish } from './indicator-wish.ts';
import { readChunk } from './read-chunk.ts';

/** Candles of a chunk. It begins at a multiple of as many, whatever the chart has loaded, so that no value ever changes with paging. */
export const CHUNK_BARS = 2048;
/** Chunks that are kept: more than any view needs. */
const MOST_CHUNKS = 24;
/** With longer candles a day has too few for a price of the day. */
const LONGEST_VWAP_CANDLE_MS = 4 * 3_600_000;

/** Candles of a level, counted from its first. */
export interface LevelRange extends SliceRange {
  readonly level: number;
}

interface KeptChunk {
  readonly wish: string;
  readonly chunk: IndicatorChunk;
}

/** Computes indicators around the view, a chunk at a time and each once. */
export class IndicatorFeed {
  readonly #source: BarSource;
  readonly #series: Series;
  readonly #clock: ZoneClock;
  readonly #host: { onChunk(): void; onError(error: unknown): void };
  readonly #kept = new Map<number, KeptChunk>();
  #wish: IndicatorWish = NO_INDICATORS;
  #wishText = '';
  #view: LevelRange | null = null;
  #isRunning = false;
  #hasFailed = false;
  #hasEnded = false;

  /** clock: of the exchange. */
  constructor(source: BarSource, series: Series, clock: ZoneClock, host: { onChunk(): void; onError(error: unknown): void }) {
    this.#source = source;
    this.#series = series;
    this.#clock = clock;
    this.#host = host;
  }

  want(wish: IndicatorWish): void {
    this.#wish = wish;
    this.#wishText = isNothing(wish) ? '' : JSON.stringify(wish);
    if (this.#wishText === '') this.#kept.clear();
    void this.#run();
  }

  show(view: LevelRange): void {
    this.#view = view;
    void this.#run();
  }

  /** Tries again after a failure. */
  resume(): void {
    this.#hasFailed = false;
    void this.#run();
  }

  /** That of the candle, also while a newer one is on its way; undefined: not computed yet. */
  chunkOf(level: number, index: number): IndicatorChunk | undefined {
    return this.#kept.get(keyOf(level, Math.floor(index / CHUNK_BARS)))?.chunk;
  }

  dispose(): void {
    this.#hasEnded = true;
  }

  async #run(): Promise<void> {
    if (this.#isRunning || this.#hasEnded || this.#hasFailed) return;
    this.#isRunning = true;
    try {
      for (let next = this.#missing(); next !== null && !this.#hasEnded; next = this.#missing()) await this.#compute(next.level, next.number);
    } catch (error) {
      this.#hasFailed = true;
      if (!this.#hasEnded) this.#host.onError(error);
    } finally {
      this.#isRunning = false;
    }
  }

  async #compute(level: number, number: number): Promise<void> {
    const [wish, text] = [this.#onLevel(level), this.#wishText];
    const from = number * CHUNK_BARS;
    const range = { from, to: Math.min(from + CHUNK_BARS, this.#total(level)) };
    const chunk = isNothing(wish) ? NO_VALUES : indicatorChunk(await readChunk(this.#source, level, range, wish, this.#clock), wish, this.#clock);
    if (this.#hasEnded || this.#wishText === '') return;
    this.#kept.delete(keyOf(level, number));
    this.#kept.set(keyOf(level, number), { wish: text, chunk });
    this.#letGo();
    this.#host.onChunk();
  }

  /** The nearest chunk that is not computed yet: those in view first, then one on either side. */
  #missing(): { readonly level: number; readonly number: number } | null {
    const view = this.#view;
    if (view === null || this.#wishText === '') return null;
    return chunksAround(view, this.#total(view.level)).find(({ level, number }) => this.#kept.get(keyOf(level, number))?.wish !== this.#wishText) ?? null;
  }

  #onLevel(level: number): IndicatorWish {
    const isShort = this.#series.timeframeMs * levelFactor(level) <= LONGEST_VWAP_CANDLE_MS;
    return { ...this.#wish, vwap: this.#wish.vwap && this.#series.hasVolume && isShort, features: level === 0 ? this.#wish.features : null };
  }

  #total(level: number): number {
    return Math.ceil(this.#series.barCount / levelFactor(level));
  }

  /** Of those out of view the ones that were computed first. */
  #letGo(): void {
    const view = this.#view;
    const near = new Set(view === null ? [] : chunksAround(view, this.#total(view.level)).map(({ level, number }) => keyOf(level, number)));
    for (const key of this.#kept.keys()) {
      if (this.#kept.size <= MOST_CHUNKS) return;
      if (!near.has(key)) this.#kept.delete(key);
    }
  }
}

/** Of a level on which nothing that is wanted exists. */
const NO_VALUES: IndicatorChunk = { lines: { ema20: null, ema50: null, vwap: null, atr: null }, dayBegins: null, features: null };

const isNothing = ({ ema, vwap, atr, features }: IndicatorWish): boolean => !ema && !vwap && !atr && features === null;

/** One number for both: there are never so many chunks to a level. */
const keyOf = (level: number, number: number): number => level * 2 ** 32 + number;

function chunksAround({ level, from, to }: LevelRange, total: number): { readonly level: number; readonly number: number }[] {
  const last = Math.floor((total - 1) / CHUNK_BARS);
  const [first, end] = [Math.floor(Math.max(0, from) / CHUNK_BARS), Math.min(last, Math.floor(to / CHUNK_BARS))];
  const numbers = Array.from({ length: Math.max(0, end - first + 1) }, (_, i) => first + i);
  return [...numbers, end + 1, first - 1].filter((number) => number >= 0 && number <= last).map((number) => ({ level, number }));
}
