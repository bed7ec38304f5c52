import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore, type Core } from '../../../src/main/core/core.ts';
import type { LabelCommand } from '../../../src/shared/contract/labels.ts';
import { newEditId } from '../../../src/shared/domain/ids.ts';
import { valueOf } from '../core/test-core.ts';
import { createLabelProject, draft, FIRST_WINDOW, SECOND_WINDOW } from '../labels/labels-fixture.ts';
import { lastJson, runCli } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-history-'));
  const projectPath = join(folder, 'p.expanse');
  createLabelProject(projectPath);
  const core = openCore(projectPath);
  const edit = (command: LabelCommand) => valueOf(core.api.editLabels({ editId: newEditId(), command }));
  await edit({ kind: 'create-span', span: draft(10, 20, { windowId: FIRST_WINDOW }) });
  await edit({ kind: 'set-window-state', windowId: SECOND_WINDOW, state: 'skipped', skipReason: 'no data' });
  await edit({ kind: 'create-span', span: draft(300, 304) });
  await valueOf(core.api.undo({ editId: newEditId() }));
  await core.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function openCore(projectPath: string): Core {
  const startTrainer = () => {
    throw new Error('this test starts no trainer');
  };
  return createCore({ host: 'cli', version: '0', dataFolder: join(folder, 'data'), projectsFolder: folder, projectPath, startTrainer });
}

const history = (...args: readonly string[]) => runCli(['history', '--project', 'p.expanse', ...args], { folder });

describe('history', () => {
  it('prints what was done, by whom, when, newest first, and what was taken back', async () => {
    const { code, stdout } = await history();
    expect(code).toBe(0);
    const TIME = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ`;
    const [newest, middle, oldest, total] = stdout.trimEnd().split('\n');
    expect(newest).toMatch(new RegExp(String.raw`^ +3  ${TIME}  me  Marked a span of 5 bars on the free chart \(undone ${TIME} by me\)$`));
    expect(middle).toMatch(new RegExp(`^ +2  ${TIME}  me  Skipped window 2: no data$`));
    expect(oldest).toMatch(new RegExp(`^ +1  ${TIME}  me  Marked a span of 11 bars in window 1$`));
    expect(total).toBe('3 in all');
  });

  it('under --json has every field, of one window alone if wished, with undo and redo lines if wished', async () => {
    expect(lastJson(await history('--json', '--window', '2'))).toMatchObject({ total: 1, entries: [{ sequence: 2, labels: 1, undone: null, place: { windowId: 2, spanId: null } }] });
    expect(lastJson(await history('--json', '--limit', '1', '--steps'))).toMatchObject({ total: 4, entries: [{ action: 'undo', sequence: 4 }] });
  });

  it('says that there is more, or no such window', async () => {
    expect((await history('--limit', '2')).stdout).toContain('2 of 3; --limit shows more');
    const answer = await history('--window', '99', '--json');
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toMatchObject({ error: { kind: 'not-found', message: 'The project has no window 99.' } });
  });

  it('is of one series alone if wished, and refuses one that is not', async () => {
    expect(lastJson(await history('--json', '--series', '1'))).toMatchObject({ total: 3 });
    const answer = await history('--series', '7', '--json');
    expect(answer.code).toBe(1);
    expect(lastJson(answer)).toMatchObject({ error: { kind: 'not-found', message: 'The project holds no series 7.' } });
  });

  it('shows the labels as they were after a step or at a time, and changes nothing', async () => {
    const before = lastJson(await history('--json', '--steps'));
    // The third step was taken back by the fourth.
    expect(lastJson(await history('--json', '--as-of', '3'))).toMatchObject({ asOf: 3, total: 2, spans: [{ windowId: 1 }, { windowId: null }] });
    expect(lastJson(await history('--json', '--as-of', '4'))).toMatchObject({ asOf: 4, total: 1, spans: [{ windowId: 1, startTime: 600_000 }] });
    expect(lastJson(await history('--json', '--as-of', '2001-01-01'))).toEqual({ asOf: 0, total: 0, spans: [] });
    const { stdout } = await history('--as-of', '3', '--limit', '1');
    expect(stdout.trimEnd().split('\n')).toEqual([
      'As of step 3: 2 labels; the first 1 are listed, --limit shows more',
      expect.stringMatching(/^ {2}1970-01-01 00:10:00Z to 1970-01-01 00:20:00Z {2}\S+ {2}window id 1 {2}confidence 1 {2}no type {2}me$/),
    ]);
    expect(lastJson(await history('--json', '--steps'))).toEqual(before);
  });
});
