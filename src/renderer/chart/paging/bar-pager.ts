import type { BarSource } from '../chart-types.ts';
import type { BarView } from './bar-view.ts';
import { cutBars, joinBars, loadedRange, missingRanges, type LoadedBars } from './loaded-bars.ts';
import { planSlice, visibleBars, type SliceRange, type SliceWish } from './plan-slice.ts';

export interface PagerWish extends SliceWish {
  readonly level: number;
}

export interface PagerHost {
  /** What should be loaded now; asked anew after every read, since the view moves on meanwhile. */
  wish(): PagerWish;
  /** Called in the same task in which `loaded` changes. */
  onLoaded(loaded: LoadedBars): void;
}

/** Keeps the bars around the view loaded: one read at a time, the newest wish wins. */
export class BarPager {
  readonly #source: BarSource;
  readonly #host: PagerHost;
  #loaded: LoadedBars | null = null;
  #running: Promise<void> | null = null;
  #disposed = false;

  constructor(source: BarSource, host: PagerHost) {
    this.#source = source;
    this.#host = host;
  }

  get loaded(): LoadedBars | null {
    return this.#loaded;
  }

  /** Resolves when the wish is met; rejects when bars cannot be read. */
  settle(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  dispose(): void {
    this.#disposed = true;
  }

  async #run(): Promise<void> {
    // Yields first, so that a plan made now is not carried out twice by whoever asks in the same task.
    await Promise.resolve();
    for (let plan = this.#plan(); plan !== null; plan = this.#plan()) {
      const next = await this.#read(plan.level, plan.range);
      if (this.#disposed) return;
      if (this.#isWelcome(next)) {
        this.#loaded = next;
        this.#host.onLoaded(next);
      }
    }
  }

  #plan(): { level: number; range: SliceRange } | null {
    if (this.#disposed) return null;
    const wish = this.#host.wish();
    const held = this.#loaded?.level === wish.level ? loadedRange(this.#loaded) : null;
    const range = planSlice(held, wish);
    return range === null ? null : { level: wish.level, range };
  }

  /** Reads only what is missing, and puts it around what is held. */
  async #read(level: number, range: SliceRange): Promise<LoadedBars> {
    const held = this.#loaded?.level === level ? this.#loaded : null;
    const missing = held === null ? [range] : missingRanges(range, loadedRange(held));
    const read = await Promise.all(missing.map((part) => this.#readRange(level, part)));
    if (held === null || missing[0]?.from === range.from && missing[0].to === range.to) return read[0];
    const kept = cutBars(held, range);
    return joinBars([...read, kept].sort((a, b) => a.from - b.from));
  }

  async #readRange(level: number, range: SliceRange): Promise<LoadedBars> {
    const slice = await this.#source.read(level, range.from, range.to - range.from);
    // Asking for the same missing bars again and again would never end.
    if (slice.fromIndex !== range.from || slice.bars.time.length !== range.to - range.from) throw new Error('The series has fewer bars than it says. Open it again.');
    return { level, from: slice.fromIndex, bars: slice.bars };
  }

  /** False when the view has moved away while the bars were read. */
  #isWelcome(next: LoadedBars): boolean {
    const wish = this.#host.wish();
    return next.level === wish.level && overlaps(loadedRange(next), wish.view, wish.total);
  }
}

function overlaps(range: SliceRange, view: BarView, total: number): boolean {
  const visible = visibleBars(view, total);
  return visible.from < range.to && visible.to > range.from;
}
