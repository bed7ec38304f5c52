// How soon an edit by key is on screen and on disk, in a project with many labels: npm run bench -- edits [--json] [--bars N] [--spans N] [--rounds N]
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../test/browser/support/launch-browser.ts';
import { startTestHost } from '../../test/browser/support/test-host.ts';
import { makeLongProject, readLongOptions } from '../support/long-project.ts';
import { percentiles } from '../support/percentile.ts';
import { report } from '../support/report.ts';
import { recordEdits, timeEdit, type EditTimes } from './edit-recorder.ts';

/** V8 optimises only what it saw run: so many edits do not count. */
const WARM_UP = 20;
const PAUSE_MS = 150;
const PAGE_BYTES = 4096;

const { size, rounds, json } = readLongOptions(200);
const project = makeLongProject(size);
const host = await startTestHost({ project: project.path });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await recordEdits(page);
  await page.goto(host.url);
  await page.getByTestId('guide-close').click();
  await page.getByTestId('span-row').first().waitFor();
  await page.locator('[data-keyboard-home]').focus();
  await page.keyboard.press('Tab');
  // Each key is one more than the confidence that the label has: all are edits.
  const first = Math.round(5 * Number(await page.locator('[data-testid=span-row][aria-current=true]').getAttribute('data-confidence')));
  const [times, syncs]: [EditTimes[], number[]] = [[], []];
  for (let edit = -WARM_UP; edit < rounds; edit++) {
    // What the last edit led to has come by then, and cannot be taken for word of the next.
    await page.waitForTimeout(PAUSE_MS);
    const time = await timeEdit(page, String(1 + ((first + WARM_UP + edit) % 5)));
    const sync = timeSync(join(project.folder, 'sync'));
    if (edit < 0) continue;
    times.push(time);
    syncs.push(sync);
  }
  const result = { shown: percentiles(times.map(({ shown }) => shown)), durable: percentiles(times.map(({ durable }) => durable)), saved: percentiles(times.map(({ saved }) => saved)), sync: percentiles(syncs) };
  const line = (what: string, { p50, p95, p99 }: ReturnType<typeof percentiles>) => `${what.padEnd(30)} p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms`;
  const lines = [`${size.bars} bars, ${size.spans} labels, ${rounds} edits by key`, line('on screen', result.shown), line('on disk, as the page hears', result.durable), line('on disk, as the app says', result.saved), line('a write and fsync by itself', result.sync)];
  report(lines, { benchmark: 'edits', ...size, rounds, ms: result }, json);
} finally {
  await browser.close();
  await host.stop();
  project.remove();
}

/** ms that the disk takes for the least that can be durable: a page and fsync. */
function timeSync(path: string): number {
  const file = openSync(path, 'a');
  const begin = performance.now();
  writeSync(file, new Uint8Array(PAGE_BYTES));
  fsyncSync(file);
  const ms = performance.now() - begin;
  closeSync(file);
  return ms;
}
