import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/launch-browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

describe('the browser of the tests', () => {
  it('runs scripts', async () => {
    expect(await page.evaluate(() => navigator.userAgent)).toMatch(/Chrome/);
  });

  it.each(['sans-serif', 'monospace', 'system-ui'])('draws text in %s', async (family) => {
    const inked = await page.evaluate((font) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 120, height: 40 });
      const context = canvas.getContext('2d')!;
      context.font = `20px ${font}`;
      context.fillText('Expanse 123', 2, 28);
      const inkOf = (text: string) => {
        context.clearRect(0, 0, 120, 40);
        context.fillText(text, 2, 28);
        return context.getImageData(0, 0, 120, 40).data.filter((alpha, index) => index % 4 === 3 && alpha > 128).length;
      };
      // Where there is no font, every letter is the same empty box or nothing.
      return { letters: inkOf('Expanse'), narrow: inkOf('iiiiiii') };
    }, family);
    expect(inked.letters).toBeGreaterThan(100);
    expect(inked.narrow).toBeLessThan(inked.letters * 0.8);
  });
});
