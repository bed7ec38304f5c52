import type { Browser, Page } from 'playwright-core';

/** A page of the app, with everything that it complained about. */
export interface AppPage {
  readonly page: Page;
  /** Errors of scripts and of the content security policy; empty when all is well. */
  readonly complaints: string[];
}

export async function openApp(browser: Browser, url: string, prepare?: (page: Page) => Promise<void>): Promise<AppPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await prepare?.(page);
  await page.goto(url);
  return { page, complaints };
}

export interface ShownSpan {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** The spans as the inspector lists them. */
export function shownSpans(page: Page): Promise<ShownSpan[]> {
  return page.getByTestId('span-row').evaluateAll((rows) =>
    rows.map((row) => {
      const { start, end, confidence } = (row as HTMLElement).dataset;
      return { start: Number(start), end: Number(end), confidence: Number(confidence) };
    }),
  );
}

/** Presses keys one after the other, as a person does. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await page.locator('[data-testid=saved-state][data-state=saved]').waitFor();
}

/** How many pixels of the chart's canvases have a colour, give or take the smoothing of edges. */
export function countPixels(page: Page, colour: readonly [number, number, number]): Promise<number> {
  return page.getByTestId('chart').evaluate((chart, [red, green, blue]) => {
    const near = (a: number, b: number) => Math.abs(a - b) < 12;
    let count = 0;
    for (const canvas of chart.querySelectorAll('canvas')) {
      const pixels = canvas.width === 0 ? undefined : canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      for (let at = 0; pixels !== undefined && at < pixels.length; at += 4) {
        if (pixels[at + 3] > 200 && near(pixels[at], red) && near(pixels[at + 1], green) && near(pixels[at + 2], blue)) count += 1;
      }
    }
    return count;
  }, colour);
}
