import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BarSource } from '../../../../src/renderer/chart/chart-types.ts';
import type { BarView } from '../../../../src/renderer/chart/paging/bar-view.ts';
import { levelFactor } from '../../../../src/renderer/chart/paging/choose-level.ts';
import { loadedRange, type LoadedBars } from '../../../../src/renderer/chart/paging/loaded-bars.ts';
import { MOST_BARS } from '../../../../src/renderer/chart/paging/plan-slice.ts';
import { ViewKeeper } from '../../../../src/renderer/chart/paging/view-keeper.ts';
import { fakeSource, indexedBars, levelOf, seriesOf } from '../fake-source.ts';

const WIDTH = 1000;
const bars = indexedBars(200_000);
const series = seriesOf(bars, 4);

/** Remembers what it was given, and counts the view from the first bar of the series again. */
class FakeScreen {
  loaded: LoadedBars | null = null;
  view: BarView | null = null;
  mostBars = 0;
  width = (): number => WIDTH;
  setBars = (loaded: LoadedBars): void => {
    this.loaded = loaded;
    this.mostBars = Math.max(this.mostBars, loaded.bars.time.length);
  };
  setView = (view: BarView): void => {
    const { from, level } = this.loaded!;
    const factor = levelFactor(level);
    this.view = { from: (view.from + from) * factor, to: (view.to + from) * factor };
  };
}

function keeperOn(source: BarSource, screen: FakeScreen, errors: unknown[] = []): ViewKeeper {
  return new ViewKeeper(series, source, screen, { onView: () => undefined, onError: (error) => errors.push(error) });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('ViewKeeper', () => {
  it('says which candles are in view the moment they are there, by the view that was asked for', async () => {
    const screen = new FakeScreen();
    const keeper = keeperOn(fakeSource(bars).source, screen);
    expect(keeper.visible()).toBeNull();
    const timesInView = () => {
      const visible = keeper.visible()!;
      return [screen.loaded!.bars.time[visible.from], screen.loaded!.bars.time[visible.to]];
    };
    await keeper.show({ from: 100_000.25, to: 100_100.75 });
    expect(timesInView()).toEqual([bars.time[100_000], bars.time[100_100]]);
    await keeper.show({ from: -40, to: 60 });
    expect(timesInView()).toEqual([bars.time[0], bars.time[59]]);
    await keeper.show({ from: 199_950, to: 200_020 });
    expect(timesInView()).toEqual([bars.time[199_950], bars.time[199_999]]);
    // Far from what is loaded: nothing of it is there yet.
    const far = keeper.show({ from: 20_000, to: 20_100 });
    expect(keeper.visible()).toBeNull();
    await far;
    expect(timesInView()).toEqual([bars.time[20_000], bars.time[20_099]]);
    keeper.dispose();
  });

  it('shows any sequence of views with the bars that belong there, and never too many of them', async () => {
    const steps = fc.array(fc.tuple(fc.double({ min: 0, max: 200_000, noNaN: true }), fc.double({ min: 10, max: 200_000, noNaN: true })), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, async (views) => {
        const screen = new FakeScreen();
        const keeper = keeperOn(fakeSource(bars).source, screen);
        for (const [middle, width] of views) {
          await keeper.show({ from: middle - width / 2, to: middle + width / 2 });
          const loaded = screen.loaded!;
          const range = loadedRange(loaded);
          expect(loaded.bars.time).toEqual(levelOf(bars, loaded.level).time.slice(range.from, range.to));
          expect(screen.view!.from).toBeCloseTo(keeper.view.from, 4);
          expect(screen.view!.to).toBeCloseTo(keeper.view.to, 4);
        }
        expect(screen.mostBars).toBeLessThanOrEqual(MOST_BARS);
        keeper.dispose();
      }),
      { numRuns: 30 },
    );
  });

  it('reads only the page that is missing while one pans', async () => {
    const { source, reads } = fakeSource(bars);
    const keeper = keeperOn(source, new FakeScreen());
    await keeper.show({ from: 100_000, to: 100_200 });
    expect(reads).toEqual([{ level: 0, from: 98_750, count: 2_700 }]);
    await keeper.show({ from: 99_000, to: 99_200 });
    expect(reads.slice(1)).toEqual([{ level: 0, from: 97_250, count: 1_500 }]);
    keeper.dispose();
  });

  it('drops what was read for a view that has moved on', async () => {
    const screen = new FakeScreen();
    const keeper = keeperOn(fakeSource(bars).source, screen);
    const shown: number[] = [];
    screen.setBars = (loaded) => {
      shown.push(loaded.from);
      screen.loaded = loaded;
    };
    void keeper.show({ from: 10_000, to: 10_200 });
    await Promise.resolve();
    await keeper.show({ from: 150_000, to: 150_200 });
    expect(shown).toEqual([148_750]);
    keeper.dispose();
  });

  it('goes to an aggregated level and back at the same place', async () => {
    const screen = new FakeScreen();
    const keeper = keeperOn(fakeSource(bars).source, screen);
    await keeper.show({ from: 90_000, to: 110_000 });
    expect(screen.loaded?.level).toBe(2);
    expect(screen.view).toEqual({ from: 90_000, to: 110_000 });
    await keeper.show({ from: 99_900, to: 100_100 });
    expect(screen.loaded?.level).toBe(0);
    expect(screen.view).toEqual({ from: 99_900, to: 100_100 });
    keeper.dispose();
  });

  it('lets go of spare bars when nothing has moved for a while', async () => {
    const screen = new FakeScreen();
    const keeper = keeperOn(fakeSource(bars).source, screen);
    await keeper.show({ from: 100_000, to: 100_200 });
    for (let from = 100_000; from >= 94_000; from -= 500) await keeper.show({ from, to: from + 200 });
    expect(screen.loaded!.bars.time.length).toBeGreaterThan(4_500);
    expect(screen.mostBars).toBe(5_400);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(screen.loaded!.bars.time.length).toBe(2_700);
    expect(screen.view).toEqual({ from: 94_000, to: 94_200 });
    keeper.dispose();
  });

  it('adds and drops nothing while the screen follows a gesture of its own', async () => {
    const { source, reads } = fakeSource(bars);
    const screen = new FakeScreen();
    const keeper = keeperOn(source, screen);
    await keeper.show({ from: 100_000, to: 100_200 });
    keeper.hold(true);
    keeper.adopt({ from: 100, to: 300 });
    await keeper.settle();
    expect(keeper.view).toEqual({ from: 98_850, to: 99_050 });
    expect(reads).toHaveLength(1);
    keeper.hold(false);
    await keeper.settle();
    expect(reads.slice(1)).toEqual([{ level: 0, from: 97_250, count: 1_500 }]);
    keeper.dispose();
  });

  it('tells of bars that cannot be read, and tries again when asked', async () => {
    const { source } = fakeSource(bars);
    const errors: unknown[] = [];
    let fails = true;
    const flaky: BarSource = { ...source, read: (...wanted) => (fails ? Promise.reject(new Error('gone')) : source.read(...wanted)) };
    const screen = new FakeScreen();
    const keeper = keeperOn(flaky, screen, errors);
    await keeper.show({ from: 0, to: 100 });
    expect(errors).toEqual([new Error('gone')]);
    fails = false;
    await keeper.show({ from: 0, to: 100 });
    expect(screen.loaded?.from).toBe(0);
    keeper.dispose();
  });

  it('does not ask for ever when the source has fewer bars than the series says', async () => {
    const errors: unknown[] = [];
    const keeper = keeperOn(fakeSource(indexedBars(1_000)).source, new FakeScreen(), errors);
    await keeper.show({ from: 0, to: 100 });
    expect(String(errors[0])).toContain('fewer bars');
    keeper.dispose();
  });
});
