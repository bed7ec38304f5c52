// How smoothly a long series is moved, zoomed and labelled in the app, beside the chart library alone with 20,000 bars, in turn:
// npm run bench -- chart [--json] [--bars N] [--spans N] [--rounds N]
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../test/browser/support/launch-browser.ts';
import { servePage } from '../../test/browser/support/serve-page.ts';
import { startTestHost } from '../../test/browser/support/test-host.ts';
import { makeLongProject, readLongOptions } from '../support/long-project.ts';
import { percentile, percentiles } from '../support/percentile.ts';
import { report } from '../support/report.ts';
import { median } from '../support/timing.ts';
import { firstCandles, recordFrames } from './frame-recorder.ts';
import { BARE_HANDS, OUR_HANDS, playGestures, type Gesture, type GestureFrames } from './gestures.ts';
import { rendererMemory } from './renderer-memory.ts';

const GESTURES: readonly Gesture[] = ['pan', 'zoom', 'drag'];
const VIEWPORT = { width: 1280, height: 800 };
/** As many frames as can be made, so that their cost is measured and not the rate of a screen. */
const NO_LIMIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const { size, rounds, json } = readLongOptions(5);
const project = makeLongProject(size);
const host = await startTestHost({ project: project.path });
const bare = await servePage(join(import.meta.dirname, 'bare'));
const browsers = [await launchBrowser(NO_LIMIT), await launchBrowser(NO_LIMIT)] as const;
try {
  const ours = await openOurs(browsers[0], host.url);
  const theirs = await openPage(browsers[1], bare.url);
  const opened = await openingsOf(ours, rounds);
  const frames: { readonly ours: GestureFrames; readonly bare: GestureFrames }[] = [];
  // V8 optimises only what it saw run, of either page: the first round does not count.
  for (let round = 0; round <= rounds; round++) {
    const pair = { ours: await playGestures(ours, OUR_HANDS), bare: await playGestures(theirs, BARE_HANDS) };
    if (round > 0) frames.push(pair);
  }
  const memory = { ours: await rendererMemory(browsers[0], ours), bare: await rendererMemory(browsers[1], theirs) };
  const gestures = GESTURES.map((gesture) => summary(gesture, frames));
  const lines = [
    `${size.bars} bars, ${size.spans} labels: first candles after ${median(opened).toFixed(0)} ms (${rounds} openings of the page)`,
    ...gestures.map(({ gesture, ours: a, bare: b, p95Ratio }) => `${gesture.padEnd(4)}  ours p50 ${ms1(a.p50)}, p95 ${ms1(a.p95)}, p99 ${ms1(a.p99)} ms   bare, 20000 bars p50 ${ms1(b.p50)}, p95 ${ms1(b.p95)}, p99 ${ms1(b.p99)} ms   p95 ${p95Ratio.toFixed(2)} times bare`),
    `memory of the renderer: heap ${memory.ours.heap.toFixed(0)} MB (bare ${memory.bare.heap.toFixed(0)})${memory.ours.resident === null ? '' : `, resident ${memory.ours.resident.toFixed(0)} MB (bare ${memory.bare.resident!.toFixed(0)})`}`,
  ];
  report(lines, { benchmark: 'chart', ...size, rounds, firstCandlesMs: median(opened), gestures, memoryMB: memory }, json);
} finally {
  for (const browser of browsers) await browser.close();
  await bare.close();
  await host.stop();
  project.remove();
}

/** ms until the first candles, of as many reloads; one more before, so that the code is in the cache of the browser. */
async function openingsOf(page: Page, openings: number): Promise<readonly number[]> {
  const opened: number[] = [];
  for (let opening = 0; opening <= openings; opening++) {
    await page.reload();
    const ms = await firstCandles(page);
    if (opening > 0) opened.push(ms);
  }
  return opened;
}

/** At the free chart, where the whole series and all of its labels are. */
async function openOurs(browser: Browser, url: string): Promise<Page> {
  const page = await openPage(browser, url);
  await page.getByTestId('guide-close').click();
  await page.locator('[data-keyboard-home]').focus();
  await page.keyboard.press('c');
  await page.getByTestId('window-facts').waitFor({ state: 'detached' });
  return page;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await recordFrames(page);
  await page.goto(url);
  await firstCandles(page);
  return page;
}

/** Percentiles over the frames of all rounds; the ratio is the median of those of the rounds. */
function summary(gesture: Gesture, frames: readonly { readonly ours: GestureFrames; readonly bare: GestureFrames }[]) {
  const of = (whose: 'ours' | 'bare') => {
    const all = frames.flatMap((round) => round[whose][gesture]);
    return { frames: all.length, ...percentiles(all) };
  };
  const p95Ratio = median(frames.map((round) => percentile(round.ours[gesture], 0.95) / percentile(round.bare[gesture], 0.95)));
  return { gesture, ours: of('ours'), bare: of('bare'), p95Ratio };
}

function ms1(ms: number): string {
  return ms.toFixed(1);
}
