// How soon an edit by key is on screen and on disk, in a project with many labels: npm run bench -- edits [--json] [--bars N] [--spans N] [--rounds N]
import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../test/browser/support/launch-browser.ts';
import { startTestHost } from '../../test/browser/support/test-host.ts';
import { count } from '../support/options.ts';
import { percentile } from '../support/percentile.ts';
import { report } from '../support/report.ts';
import { recordEdits, timeEdit, type EditTimes } from './edit-recorder.ts';

/** V8 optimises only what it saw run: so many edits do not count. */
const WARM_UP = 20;
const PAUSE_MS = 150;
const PAGE_BYTES = 4096;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    bars: { type: 'string', default: '2000000' },
    spans: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '200' },
  },
});
const size = { bars: count('bars', values.bars), spans: count('spans', values.spans) };
const rounds = count('rounds', values.rounds);

const folder = mkdtempSync(join(tmpdir(), 'expanse-bench-'));
const project = join(folder, 'made.expanse');
execFileSync(process.execPath, [join(import.meta.dirname, '..', 'chart', 'make-project.ts'), project, String(size.bars), String(size.spans)], { stdio: ['ignore', 'ignore', 'inherit'] });
const host = await startTestHost({ project });
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
    const sync = timeSync(join(folder, 'sync'));
    if (edit < 0) continue;
    times.push(time);
    syncs.push(sync);
  }
  const result = { shown: summary(times.map(({ shown }) => shown)), durable: summary(times.map(({ durable }) => durable)), saved: summary(times.map(({ saved }) => saved)), sync: summary(syncs) };
  const line = (what: string, { p50, p95, p99 }: ReturnType<typeof summary>) => `${what.padEnd(30)} p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms`;
  const lines = [`${size.bars} bars, ${size.spans} labels, ${rounds} edits by key`, line('on screen', result.shown), line('on disk, as the page hears', result.durable), line('on disk, as the app says', result.saved), line('a write and fsync by itself', result.sync)];
  report(lines, { benchmark: 'edits', ...size, rounds, ms: result }, values.json);
} finally {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
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

function summary(ms: readonly number[]) {
  return { p50: percentile(ms, 0.5), p95: percentile(ms, 0.95), p99: percentile(ms, 0.99) };
}
