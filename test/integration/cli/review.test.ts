import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '../../../src/main/core/core.ts';
import { windowId } from '../../../src/shared/domain/ids.ts';
import { makeWorkplace } from '../core/test-core.ts';
import { completeWindows, createReviewProject, labelOf } from '../review/review-project.ts';
import { lastJson, runCli } from './run-cli.ts';

/** Window 1: a missed label and a false alarm. 2: edges that are off. 3: agreed. */
const RUN = [[[60, 69, 0.75]], [[12, 21, 0.875]], [[40, 44, 0.9375]]] as const;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-cli-review-'));
  const projectPath = join(folder, 'p.expanse');
  createReviewProject(projectPath, RUN);
  const place = makeWorkplace();
  const core = createCore(place.options({ projectPath }));
  await completeWindows(core, [1, 2, 3].map(windowId), [labelOf(1, 20, 29), labelOf(2, 10, 19), labelOf(3, 40, 44)]);
  await core.close();
  place.remove();
});
afterAll(() => rmSync(folder, { recursive: true }));

const review = (...args: string[]) => runCli(['review', ...args, '--project', 'p.expanse'], { folder });
const ids = async (...args: string[]) => (lastJson(await review('list', '1', ...args, '--json'))['entries'] as { id: string }[]).map(({ id }) => id);

describe('expanse review', () => {
  it('lists disagreements with their sums, for people and for programs', async () => {
    const { code, stdout } = await review('list', '1');
    expect(code).toBe(0);
    expect(stdout).toContain('3 windows, 3 labels, 3 predicted spans; 1 agree, 3 disagree (1 missed, 1 false-alarm, 1 late-start, 1 late-end).');
    expect(stdout).toContain('the model was right 0 times, the labels were right 0 times, unsure 0 times; 3 to decide.');
    expect(stdout).toContain('2:12-21  0.88  late-start+late-end  ABC 1m 1970-01-01T01:50:00Z – 1970-01-01T02:01:00Z  IoU 0.67, start +2, end +2');
    expect(lastJson(await review('list', '1', '--json'))).toMatchObject({ runId: 1, total: 3, undecided: 3, notPredicted: 0, sums: { run: { agreed: 1, disagreements: 3 } } });
  });

  it('narrows the list', async () => {
    expect(await ids('--type', 'false-alarm', 'late-end')).toEqual(['2:12-21', '1:60-69']);
    expect(await ids('--max-confidence', '0.8')).toEqual(['1:60-69']);
    expect(await ids('--window', '2')).toEqual(['2:12-21']);
    expect(await ids('--from', '1970-01-01T01:40', '--to', '1970-01-01T02:30')).toEqual(['2:12-21']);
    expect(await ids('--session', 'london')).toEqual([]);
    expect(await ids('--tolerance', '2', '--type', 'late-end')).toEqual([]);
    expect(await ids('--limit', '1', '--offset', '2')).toEqual(['1:60-69']);
  });

  it('says what a bulk would do before it does it', async () => {
    const dry = await review('decide', '1', '--bulk-above', '0.8', '--dry-run');
    expect(dry.stdout).toContain('Would accept 1 disagreement with a score of 0.8 or more: 0 labels made, 1 changed, 0 removed. Nothing was changed.');
    expect(await ids()).toHaveLength(3);
    const { code, stdout } = await review('decide', '1', '--bulk-above', '0.8', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ dryRun: false, entries: 1, changed: 1 });
    expect(await ids()).not.toContain('2:12-21');
  });

  it('decides one, and the verdicts are listed and exported', async () => {
    const [missed] = await ids('--type', 'missed');
    expect((await review('decide', '1', missed, 'reject')).stdout).toContain('Let label stand that no prediction meets; the labels stand.');
    expect(lastJson(await review('decide', '1', '1:60-69', 'accept', '--confidence', '0.4', '--json'))).toMatchObject({ verdict: { decision: 'accepted', types: ['false-alarm'] }, spans: [{ confidence: 0.4, source: 'prediction', score: 0.75 }] });
    expect(await ids()).toEqual([]);
    expect(await ids('--decided', 'all')).toEqual([missed]);
    expect((await review('list', '1')).stdout).toContain('the model was right 2 times, the labels were right once');
    const csv = await runCli(['export', 'verdicts', '--run', '1', '--project', 'p.expanse'], { folder });
    expect(csv.stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(csv.stdout).toMatch(/false-alarm,accepted,0\.75,1970-01-01T01:00:00Z\/1970-01-01T01:09:00Z,0\.75/);
    const json = JSON.parse((await runCli(['export', 'spans', '--format', 'json', '--project', 'p.expanse'], { folder })).stdout);
    expect([json.spans.length, json.verdicts.length]).toEqual([4, 3]);
  });

  it('refuses what it cannot do, and says what to do', async () => {
    const error = async (...args: string[]) => {
      const answer = await review(...args, '--json');
      expect(answer.code).toBe(1);
      return lastJson(answer)['error'];
    };
    expect(await error('list', 'nobody')).toMatchObject({ kind: 'not-found', nextStep: expect.stringContaining('1 (') });
    expect(await error('decide', '1')).toMatchObject({ kind: 'invalid-input' });
    expect(await error('decide', '1', '3:40-44', 'maybe')).toMatchObject({ kind: 'invalid-input', nextStep: 'Give one of accept, fix, reject, unsure.' });
    expect(await error('decide', '1', '3:40-44', 'accept')).toMatchObject({ kind: 'invalid-input' });
    expect(await error('decide', '1', '3:40-44', 'accept', '--dry-run')).toMatchObject({ kind: 'invalid-input' });
    expect(await error('decide', '1', '--bulk-above', '2')).toMatchObject({ kind: 'invalid-input' });
    expect(await error('decide', '1', '--bulk-above', '0.99')).toMatchObject({ kind: 'not-enough-data' });
    expect(await error('list', '1', '--from', 'soon')).toMatchObject({ kind: 'invalid-input' });
  });
});
