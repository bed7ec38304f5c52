import { describe, expect, it } from 'vitest';
import { runId } from '../../../../src/shared/domain/ids.ts';
import type { EpochRecord, LossRecord, PerTask } from '../../../../src/shared/domain/run.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import type { SpanMode } from '../../../../src/shared/domain/train-config.ts';
import { compareContenders, type JudgedContender } from '../../../../src/shared/engine/comparison/compare-contenders.ts';
import { makeReport } from '../../../../src/shared/engine/comparison/report/make-report.ts';
import { domainOf, ticksOf } from '../../../../src/shared/engine/comparison/report/svg/ticks.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';
import { makeJudgedPart } from '../evaluation/judged-fixtures.ts';
import { asReplica, makeContender } from './contender-fixtures.ts';

const ORIGIN = { version: '1.2.3', writtenAt: timeMs(Date.UTC(2026, 0, 2)), commands: ['expanse compare 1 2 --out a && b'] };
const each = (value: number): PerTask => ({ pointers: value, type: value, span: value, countdown: value });
const losses = (raw: PerTask): LossRecord => ({ raw, weighted: 1, sum: raw.pointers + raw.type + raw.span + raw.countdown });

function epochOf(epoch: number, span: number): EpochRecord {
  const raw = { ...each(1 / epoch), span };
  const score = { precision: 0.5, recall: 0.5, f1: 0.5 };
  return { epoch, train: losses(raw), val: losses(raw), sigmas: each(0.9), taskWeights: each(0.25), learningRate: 0.001, gradientNorm: 1, val05: score, valBest: { ...score, threshold: 0.4 }, separation: { inMean: 0.4, outMean: 0.1, separation: 0.3 }, seconds: 1 };
}

/** Twelve epochs whose span loss begins at the given value. */
function trained(name: string, mode: SpanMode, spanLoss: number): JudgedContender {
  const judged = makeJudgedPart({ seed: 2, mode });
  const contender = makeContender({ name, mode, seeds: [asReplica(judged, mode, runId(1))] });
  const epochs = Array.from({ length: 12 }, (_, n) => epochOf(n + 1, spanLoss / (n + 1)));
  return { ...contender, about: { ...contender.about, runs: contender.about.runs.map((run) => ({ ...run, epochs, epochsDone: 12, sigmas: each(0.9) })) } };
}

const soft = trained('soft', 'soft', 0.4);
const crf = trained('crf', 'crf', 40);
const study = makeReport(compareContenders('val', [soft, crf], 0), ORIGIN);
const html = study['report.html'];
const panelsOf = (page: string, caption: RegExp): readonly string[] => page.split('<figure>').slice(1).filter((figure) => caption.test(/<figcaption>(.*?)<\/figcaption>/.exec(figure)![1]));
const coloursOf = (panel: string): readonly string[] => [...new Set([...panel.matchAll(/<path class="(c\d)/g)].map(([, colour]) => colour))];

describe('losses of different kinds', () => {
  it('never share a panel, and are told why', () => {
    const spans = panelsOf(html, /^span: /);
    expect(spans.map(coloursOf)).toEqual([['c0'], ['c1']]);
    expect(html).toContain('The contenders minimise different losses there');
    for (const task of ['pointers', 'type', 'countdown']) expect(panelsOf(html, new RegExp(`^${task}: `)).map(coloursOf), task).toEqual([['c0', 'c1']]);
    expect(html).toContain('no answer: different losses');
  });

  it('are told apart by what decides them, not by the mode alone', () => {
    const config = { ...findPreset('published').config, countdown: 'scaled', spanLoss: { kind: 'mse' } } as const;
    const scaled = { ...soft, about: { ...soft.about, name: 'scaled', config } };
    const page = makeReport(compareContenders('val', [soft, scaled], 0), ORIGIN)['report.html'];
    expect(panelsOf(page, /^countdown: /).map(coloursOf)).toEqual([['c0'], ['c1']]);
    expect(panelsOf(page, /^span: /).map(coloursOf)).toEqual([['c0'], ['c1']]);
    expect(panelsOf(page, /^type: /).map(coloursOf)).toEqual([['c0', 'c1']]);
  });

  it('share it where they are one loss', () => {
    const same = { ...soft, about: { ...soft.about, name: 'same' } };
    const page = makeReport(compareContenders('val', [soft, same], 0), ORIGIN)['report.html'];
    expect(panelsOf(page, /^span: /).map(coloursOf)).toEqual([['c0', 'c1']]);
    expect(page).not.toContain('different losses');
  });
});

describe('the page', () => {
  it('needs nothing from elsewhere and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|https?:/i);
    expect(html).toContain(`default-src 'none'`);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).not.toMatch(/NaN|undefined|\[object|Infinity/);
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [tag, isEnd, name, isEmpty] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*?(\/?)>/g)) {
      if (isEmpty === '/' || ['meta'].includes(name)) continue;
      if (isEnd === '') open.push(name);
      else expect(open.pop(), tag).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('tells the whole study, the verdict first', () => {
    const titles = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);
    expect(titles).toEqual(['Verdict', 'Decision table', 'Every figure', 'Without learning', 'Decoders', 'Settings that differ', 'Learning', 'Trajectory', 'Task weights', 'Probabilities', 'Windows', 'To make it again']);
    expect([...study['report.md'].matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(titles);
    expect(html).toContain('<pre><code>expanse compare 1 2 --out a &amp;&amp; b</code></pre>');
    expect(study['report.md']).toContain('```sh\nexpanse compare 1 2 --out a && b\n```');
    expect(html).toMatch(/24 windows with 24 spans/);
  });

  it('takes no name for markup', () => {
    const wild = `<script>alert("1")</script> & 'x' | \`y\` _z_`;
    const report = makeReport(compareContenders('val', [{ ...soft, about: { ...soft.about, name: wild } }, crf], 0), ORIGIN);
    expect(report['report.html']).not.toContain('<script');
    expect(report['report.html']).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; | `y` _z_');
    expect(report['report.md']).not.toMatch(/(?<!\\)<script|(?<!\\)`y/);
    for (const line of report['report.md'].split('\n').filter((text) => text.startsWith('| '))) expect(line.replaceAll('\\|', '').split('|').length).toBeGreaterThan(3);
  });
});

describe('the table for programs', () => {
  it('has a line for every figure of every contender, and quotes what needs it', () => {
    const comparison = compareContenders('val', [{ ...soft, about: { ...soft.about, name: 'a, "b"' } }, { ...crf, about: { ...crf.about, name: '=SUM(A1)' } }], 0);
    const lines = makeReport(comparison, ORIGIN)['figures.csv'].trimEnd().split('\n');
    expect(lines[0]).toBe('figure,contender,windows,spans,value,low,high,deviation,difference,difference_low,difference_high,verdict');
    expect(lines).toHaveLength(1 + 2 * comparison.figures.length);
    const auc = comparison.figures.find(({ figure }) => figure === 'auc')!;
    const [own, other] = lines.filter((line) => line.startsWith('auc,'));
    expect(own).toBe(`auc,"a, ""b""",24,24,${auc.values[0]},${auc.intervals[0]!.join(',')},,,,,`);
    expect(other).toBe(`auc,'=SUM(A1),24,24,${auc.values[1]},${auc.intervals[1]!.join(',')},,${auc.differences[1]!.difference},${auc.differences[1]!.interval.join(',')},no difference`);
  });
});

describe('axes', () => {
  it('have some round ticks within their domain', () => {
    expect(ticksOf([0, 1])).toEqual([0, 0.5, 1]);
    expect(ticksOf([1, 50])).toEqual([20, 40]);
    expect(ticksOf([-0.3, 0.3])).toEqual([-0.2, 0, 0.2]);
    for (const domain of [[0, 3e-4], [12, 19], [-5, 1e6], [0.2, 0.21]] as const) {
      const ticks = ticksOf(domain);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every((tick) => tick >= domain[0] && tick <= domain[1])).toBe(true);
    }
  });

  it('have a domain whatever there is to draw', () => {
    expect(domainOf([3, Number.NaN, 1])).toEqual([1, 3]);
    expect(domainOf([3, 1], 0)).toEqual([0, 3]);
    expect(domainOf([])).toEqual([0, 1]);
    expect(domainOf([2, 2])).toEqual([2, 4]);
    expect(domainOf([0, 0])).toEqual([0, 1]);
  });
});
