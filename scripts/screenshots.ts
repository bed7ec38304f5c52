import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/browser/support/launch-browser.ts';
import { startTestHost } from '../test/browser/support/test-host.ts';

// Walks through the running app on a sample project: trains, predicts, and keeps every screen in both themes and three sizes in the
// folder that is named. Without one it renews docs/screenshot.png alone.
const README_SIZE = { width: 1440, height: 900 };
const SIZES = [{ width: 1024, height: 640 }, README_SIZE, { width: 2560, height: 1440 }] as const;
const TRAINING_LIMIT_MS = 300_000;

const folder = process.argv[2] === undefined ? null : resolve(process.argv[2]);
const host = await startTestHost();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: README_SIZE });
  await page.goto(host.url);
  if (folder !== null) await inBothThemes(page, (theme) => keep(page, folder, `projects-${theme}`));
  await page.getByTestId('open-sample').click();
  await page.getByTestId('guide-close').click();
  await train(page);
  if (folder !== null) await inBothThemes(page, (theme) => keepScreens(page, folder, theme));
  else await keepForReadme(page);
} finally {
  await browser.close();
  await host.stop();
}

async function train(page: Page): Promise<void> {
  await goTo(page, 't');
  await page.getByTestId('train.start').click();
  await page.locator('[data-testid=run-detail][data-state=done]').waitFor({ timeout: TRAINING_LIMIT_MS });
}

async function keepForReadme(page: Page): Promise<void> {
  await showRunOnChart(page);
  await page.screenshot({ path: join(import.meta.dirname, '..', 'docs', 'screenshot.png') });
}

async function keepScreens(page: Page, into: string, theme: string): Promise<void> {
  await goTo(page, 't');
  await keep(page, into, `train-${theme}`);
  await showRunOnChart(page);
  await keep(page, into, `label-${theme}`);
  await page.getByTestId('span-row').first().click();
  await keep(page, into, `span-${theme}`);
  await page.keyboard.press('Shift+?');
  await keep(page, into, `keys-${theme}`);
  await page.keyboard.press('Escape');
  await goTo(page, 'i');
  await page.getByTestId('choose-file').waitFor();
  await keep(page, into, `import-${theme}`);
}

async function showRunOnChart(page: Page): Promise<void> {
  await page.getByTestId('show-on-chart').click();
  await page.getByTestId('filter-done').click();
  await page.getByTestId('queue-row').first().click();
  await page.getByTestId('prediction-count').waitFor();
  await settle(page);
}

async function inBothThemes(page: Page, run: (theme: string) => Promise<void>): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.getByTestId('theme-menu').click();
    await page.getByTestId(`theme-${theme}`).click();
    await run(theme);
  }
}

async function keep(page: Page, into: string, name: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await settle(page);
    await page.screenshot({ path: join(into, `${name}-${size.width}.png`) });
  }
  await page.setViewportSize(README_SIZE);
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(screen);
}

// Charts and plots follow a new size or theme within a few frames.
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(700);
}
