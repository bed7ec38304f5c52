import type { Page } from 'playwright-core';

declare global {
  interface Window {
    benchFrames: { start(): void; stop(): number[] };
    /** When the first candles had been drawn, in ms since the page was asked for; null: not yet. */
    benchFirstCandles: number | null;
  }
}

/** Has every page of `page` note how long its frames take and when its first candles are there. */
export async function recordFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let frames: number[] = [];
    let request = 0;
    let last = 0;
    let hadInput = false;
    let willCount = false;
    const note = (): void => void (hadInput = true);
    for (const kind of ['pointermove', 'wheel']) window.addEventListener(kind, note, { capture: true, passive: true });
    // Input is handed out right before the frame that shows it: from there to the next frame is what showing it took.
    const frame = (now: number): void => {
      if (willCount) frames.push(now - last);
      [last, willCount, hadInput] = [now, hadInput, false];
      request = requestAnimationFrame(frame);
    };
    window.benchFrames = {
      start: () => {
        [frames, willCount, hadInput] = [[], false, false];
        request = requestAnimationFrame(frame);
      },
      stop: () => {
        cancelAnimationFrame(request);
        return frames;
      },
    };
    window.benchFirstCandles = null;
    const look = (): void => {
      const isThere = document.querySelector('[data-testid=chart][data-loaded-bars]') !== null;
      requestAnimationFrame(isThere ? () => (window.benchFirstCandles = performance.now()) : look);
    };
    requestAnimationFrame(look);
  });
}

/** Of every frame that showed some of these moves of the mouse, in ms, at the rate at which the page can show them. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => window.benchFrames.start());
  await act();
  return page.evaluate(() => window.benchFrames.stop());
}

/** ms from asking for the page until its first candles had been drawn. */
export async function firstCandles(page: Page): Promise<number> {
  await page.waitForFunction(() => window.benchFirstCandles !== null, undefined, { polling: 50, timeout: 60_000 });
  return page.evaluate(() => window.benchFirstCandles!);
}
