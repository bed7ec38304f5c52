import type { Series } from '../../../shared/domain/series.ts';
import type { BarSource } from '../chart-types.ts';
import { BarPager, type PagerWish } from './bar-pager.ts';
import { clampView, viewAtFactor, viewWidth, type BarView } from './bar-view.ts';
import { chooseLevel, levelFactor } from './choose-level.ts';
import { loadedRange, type LoadedBars } from './loaded-bars.ts';

/** What the view is shown on. */
export interface ViewScreen {
  /** Of the bars' pane, in CSS pixels; 0 before it is laid out. */
  width(): number;
  setBars(loaded: LoadedBars): void;
  /** Bars in view, counted from the first loaded bar; bar i fills [i, i + 1). */
  setView(view: BarView): void;
}

export interface ViewListeners {
  onView(): void;
  onError(error: unknown): void;
}

const IDLE_AFTER_MS = 400;
/** Of a candle: less of it than this is not seen, but rounded. */
const HAIRLINE = 1e-6;
/** Assumed until the pane has a size. */
const USUAL_WIDTH = 1000;

/** Owns what is in view: chooses the level, has bars loaded, and puts the view on the screen. */
export class ViewKeeper {
  readonly #screen: ViewScreen;
  readonly #listeners: ViewListeners;
  readonly #pager: BarPager;
  readonly #series: Series;
  #view: BarView = { from: 0, to: 1 };
  #level = 0;
  #idle = false;
  #held = false;
  #disposed = false;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(series: Series, source: BarSource, screen: ViewScreen, listeners: ViewListeners) {
    this.#series = series;
    this.#screen = screen;
    this.#listeners = listeners;
    this.#pager = new BarPager(source, { wish: () => this.#wish(), onLoaded: (loaded) => this.#onLoaded(loaded) });
  }

  get view(): BarView {
    return this.#view;
  }

  get loaded(): LoadedBars | null {
    return this.#pager.loaded;
  }

  get held(): boolean {
    return this.#held;
  }

  /** First and last candle in view, counted from the first loaded one; null: none that is in view is loaded yet. */
  visible(): { readonly from: number; readonly to: number } | null {
    const { loaded } = this.#pager;
    if (loaded === null) return null;
    const view = viewAtFactor(this.#view, levelFactor(loaded.level));
    const from = Math.max(0, Math.floor(view.from + HAIRLINE) - loaded.from);
    const to = Math.min(loaded.bars.time.length, Math.ceil(view.to - HAIRLINE) - loaded.from) - 1;
    return from <= to ? { from, to } : null;
  }

  /** CSS pixels per bar of level 0. */
  get barWidth(): number {
    return (this.#screen.width() || USUAL_WIDTH) / viewWidth(this.#view);
  }

  /** Resolves when the bars in view are loaded, or when that failed and was told. */
  async show(view: BarView): Promise<void> {
    if (this.#disposed) return;
    this.#view = clampView(view, this.#series.barCount);
    this.#chooseLevel();
    this.#apply();
    this.#listeners.onView();
    await this.settle();
  }

  /** Takes over a view that the screen has moved to by itself; `view` counts from the first loaded bar. */
  adopt(view: BarView): void {
    const { loaded } = this.#pager;
    if (loaded === null) return;
    const factor = levelFactor(loaded.level);
    this.#view = { from: (view.from + loaded.from) * factor, to: (view.to + loaded.from) * factor };
    this.#listeners.onView();
  }

  /** While the screen itself follows a gesture, bars are neither added nor let go: that would make the view jump. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held) void this.show(this.#view);
  }

  resized(): void {
    if (this.#disposed) return;
    this.#chooseLevel();
    this.#apply();
    this.#listeners.onView();
    void this.settle();
  }

  async settle(): Promise<void> {
    this.#waitForIdle();
    if (!this.#held) await this.#settlePages();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#idleTimer);
    this.#pager.dispose();
  }

  async #settlePages(): Promise<void> {
    try {
      await this.#pager.settle();
    } catch (error) {
      if (!this.#disposed) this.#listeners.onError(error);
    }
  }

  #chooseLevel(): void {
    this.#level = chooseLevel(this.barWidth, Math.max(1, this.#series.levels), this.#level);
  }

  #wish(): PagerWish {
    const total = Math.ceil(this.#series.barCount / levelFactor(this.#level));
    return { level: this.#level, view: viewAtFactor(this.#view, levelFactor(this.#level)), total, idle: this.#idle };
  }

  #onLoaded(loaded: LoadedBars): void {
    this.#screen.setBars(loaded);
    this.#apply();
    this.#listeners.onView();
  }

  /** A view none of whose bars is loaded yet has to wait: what was in view stays until then. */
  #apply(): void {
    const { loaded } = this.#pager;
    if (loaded === null) return;
    const view = viewAtFactor(this.#view, levelFactor(loaded.level));
    const range = loadedRange(loaded);
    if (view.to <= range.from || view.from >= range.to) return;
    this.#screen.setView({ from: view.from - range.from, to: view.to - range.from });
  }

  #waitForIdle(): void {
    this.#idle = false;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      this.#idle = true;
      if (!this.#held) void this.#settlePages();
    }, IDLE_AFTER_MS);
  }
}
