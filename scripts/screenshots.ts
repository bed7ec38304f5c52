import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/browser/support/launch-browser.ts';
import { startTestHost } from '../test/browser/support/test-host.ts';

// Walks through the running app on a sample project: trains, predicts, and keeps every screen in both themes and three sizes in the
// folder that is named. Without one it renews the pictures of README.md and of the guides in docs alone.
const README_SIZE = { width: 1440, height: 900 };
const GUIDE_SIZE = { width: 1280, height: 800 };
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
  await train(page, 1);
  if (folder !== null) await train(page, 2, 10);
  if (folder !== null) await inBothThemes(page, (theme) => keepScreens(page, folder, theme));
  else await keepForReadme(page);
} finally {
  await browser.close();
  await host.stop();
}

/** `run`: which one it is. `epochs`: as the preset has it where it is not said. */
async function train(page: Page, run: number, epochs?: number): Promise<void> {
  await goTo(page, 't');
  if (epochs !== undefined) {
    await page.getByTestId('epochs').fill(String(epochs));
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="train.start"]:enabled').waitFor();
  }
  await page.getByTestId('train.start').click();
  await page.locator('[data-testid=run-row][data-state=done]').nth(run - 1).waitFor({ timeout: TRAINING_LIMIT_MS });
}

async function keepForReadme(page: Page): Promise<void> {
  await showRunOnChart(page);
  await page.screenshot({ path: inDocs('screenshot') });
  await page.setViewportSize(GUIDE_SIZE);
  await page.getByTestId('span-row').first().click();
  await settle(page);
  await page.screenshot({ path: inDocs('labelling') });
  await showReview(page);
  await page.screenshot({ path: inDocs('review') });
  await page.keyboard.press('Shift+a');
  await page.getByTestId('bulk-score').fill('0.5');
  await page.locator('[data-testid=bulk-accept]:enabled').waitFor();
  await settle(page);
  await page.getByTestId('bulk-dialog').screenshot({ path: inDocs('review-bulk') });
}

function inDocs(name: string): string {
  return join(import.meta.dirname, '..', 'docs', `${name}.png`);
}

async function showReview(page: Page): Promise<void> {
  await goTo(page, 'r');
  await page.getByTestId('review-card').waitFor();
  await settle(page);
}

async function keepScreens(page: Page, into: string, theme: string): Promise<void> {
  await goTo(page, 't');
  await keep(page, into, `train-${theme}`);
  await keepBackEnds(page, into, theme);
  await keepComparison(page, into, theme);
  await goTo(page, 't');
  await showRunOnChart(page);
  await keep(page, into, `label-${theme}`);
  await page.getByTestId('span-row').first().click();
  await keep(page, into, `span-${theme}`);
  await keepDialogs(page, into, theme);
  await keepReview(page, into, theme);
  await keepFreeChart(page, into, theme);
  await goTo(page, 'i');
  await page.getByTestId('choose-file').waitFor();
  await keep(page, into, `import-${theme}`);
  await keepImporting(page, into, theme);
}

async function keepBackEnds(page: Page, into: string, theme: string): Promise<void> {
  await page.getByTestId('backend').click();
  await page.getByRole('listbox').waitFor();
  await keep(page, into, `backend-${theme}`);
  await page.keyboard.press('Escape');
  await page.getByTestId('train.backends').click();
  await page.getByTestId('test-backends').click();
  await page.locator('[data-testid=test-backends]:enabled').waitFor();
  await keep(page, into, `back-ends-${theme}`);
  await page.keyboard.press('Escape');
}

/** With the first theme the two runs are marked; they stay so. */
async function keepComparison(page: Page, into: string, theme: string): Promise<void> {
  const unmarked = page.locator('[data-testid=mark-box][aria-pressed=false]');
  while ((await unmarked.count()) > 0) await unmarked.first().click();
  await goTo(page, 'c');
  await page.locator('[data-testid=comparison][data-state=done]').waitFor();
  for (const tab of ['figures', 'windows', 'learning', 'probabilities', 'configuration']) {
    await page.getByTestId(`compare-tab-${tab}`).click();
    await keep(page, into, `compare-${tab}-${theme}`);
  }
  await page.getByTestId('compare-tab-windows').click();
  await page.getByTestId('windows-all').click();
  await page.getByTestId('compared-window').first().click();
  await page.getByTestId('second-run-select').waitFor();
  await keep(page, into, `compared-window-${theme}`);
}

async function keepDialogs(page: Page, into: string, theme: string): Promise<void> {
  for (const [key, name] of [['Shift+?', 'keys'], ['Control+k', 'palette'], ['s', 'skip']] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await keep(page, into, `${name}-${theme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

async function keepReview(page: Page, into: string, theme: string): Promise<void> {
  await showReview(page);
  await keep(page, into, `review-${theme}`);
  for (const [key, name] of [['Shift+a', 'bulk'], ['i', 'sums']] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await keep(page, into, `review-${name}-${theme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.keyboard.press('q');
}

async function keepFreeChart(page: Page, into: string, theme: string): Promise<void> {
  await page.keyboard.press('c');
  await page.keyboard.press('Shift+w');
  await settle(page);
  await page.getByTestId('span-row').first().click();
  await keep(page, into, `free-${theme}`);
  await page.keyboard.press('c');
}

/** A file of its own for each theme: one that was imported already would have nothing to report. */
async function keepImporting(page: Page, into: string, theme: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'expanse-screenshots-'));
  const file = join(home, `walk-${theme}.csv`);
  writeFileSync(file, randomWalkCsv(theme.length));
  await page.getByTestId('file-input').setInputFiles(file);
  await page.getByTestId('bars-preview').waitFor();
  await keep(page, into, `preview-${theme}`);
  await page.getByTestId('import-now').click();
  await page.getByTestId('bars-report').waitFor();
  await keep(page, into, `report-${theme}`);
  await page.getByTestId('import-another').click();
  rmSync(home, { recursive: true });
}

/** Minute bars of a random walk, with a row that is no bar. */
function randomWalkCsv(seed: number): string {
  const lines = ['time,open,high,low,close,volume'];
  let [price, state] = [4200, seed];
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let minute = 0; minute < 600; minute++) {
    const [open, close] = [price, price + (random() - 0.5) * 6];
    const [high, low] = [Math.max(open, close) + random(), Math.min(open, close) - random()];
    const time = new Date(Date.UTC(2024, 0, 2, 9, minute)).toISOString();
    lines.push([time, ...[open, minute === 99 ? low - 1 : high, low, close].map((value) => value.toFixed(2)), Math.round(random() * 900)].join(','));
    price = close;
  }
  return `${lines.join('\n')}\n`;
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
