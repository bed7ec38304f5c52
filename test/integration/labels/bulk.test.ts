import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import type { LabelCommand } from '../../../src/shared/contract/labels.ts';
import { newEditId, seriesId, type EditId } from '../../../src/shared/domain/ids.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf, type Workplace } from '../core/test-core.ts';
import { createLabelProject, draft, FIRST_WINDOW, SECOND_WINDOW, SERIES } from './labels-fixture.ts';

const inFirst = draft(10, 20, { windowId: FIRST_WINDOW, type: 'retracement' });
const alsoInFirst = draft(30, 40, { windowId: FIRST_WINDOW });
const inSecond = draft(110, 120, { windowId: SECOND_WINDOW, type: 'consolidation' });
const free = draft(50, 60);
const OF_FIRST = { seriesId: SERIES, windowId: FIRST_WINDOW };
const OF_SERIES = { seriesId: SERIES, windowId: null };

describe('one command for many spans', () => {
  let workplace: Workplace;
  let core: Core;
  beforeEach(async () => {
    workplace = makeWorkplace();
    createLabelProject(workplace.projectPath);
    core = workplace.open();
    for (const span of [inFirst, alsoInFirst, inSecond, free]) await valueOf(edit({ kind: 'create-span', span }));
  });
  afterEach(async () => {
    await core.close();
    workplace.remove();
  });

  const edit = (command: LabelCommand, editId: EditId = newEditId()) => core.api.editLabels({ editId, command });
  const readSpans = (): Promise<readonly Span[]> => valueOf(core.api.readSpans({ seriesId: SERIES, from: timeMs(0), to: timeMs(1000 * MINUTE) }));
  const typesNow = async () => Object.fromEntries((await readSpans()).map(({ id, type }) => [id, type]));
  const newest = async () => (await valueOf(core.api.readHistory({ offset: 0, limit: 1 }))).items[0];

  it('deletes the spans of a window alone, as one step that undo takes back whole', async () => {
    const before = await readSpans();
    const change = await valueOf(edit({ kind: 'delete-spans', scope: OF_FIRST }));
    expect(change.removedSpans.toSorted()).toEqual([inFirst.id, alsoInFirst.id].toSorted());
    expect((await readSpans()).map(({ id }) => id)).toEqual([free.id, inSecond.id]);
    expect(await newest()).toMatchObject({ labels: 2, description: 'Deleted all spans of window 1' });
    await valueOf(core.api.undo({ editId: newEditId() }));
    expect(await readSpans()).toEqual(before);
  });

  it('deletes those of a series, with those of its windows, or of one type alone', async () => {
    await valueOf(edit({ kind: 'delete-spans', scope: { ...OF_SERIES, ofType: null } }));
    expect((await readSpans()).map(({ id }) => id)).toEqual([inFirst.id, inSecond.id]);
    expect((await newest()).description).toMatch(/^Deleted all spans without a type of \S+ 1m$/);
    await valueOf(edit({ kind: 'delete-spans', scope: OF_SERIES }));
    expect(await readSpans()).toEqual([]);
  });

  it('changes the type of those that have another, and leaves the others untouched', async () => {
    const untouched = (await readSpans()).find(({ id }) => id === inSecond.id);
    const change = await valueOf(edit({ kind: 'set-type', scope: OF_SERIES, type: 'consolidation' }));
    expect(change.spans.map(({ id }) => id)).not.toContain(inSecond.id);
    expect(Object.values(await typesNow())).toEqual(Array(4).fill('consolidation'));
    expect((await readSpans()).find(({ id }) => id === inSecond.id)).toEqual(untouched);
    expect(await newest()).toMatchObject({ labels: 3, description: expect.stringMatching(/^Changed the type of all spans of \S+ 1m to consolidation$/) });
    await valueOf(core.api.undo({ editId: newEditId() }));
    expect(await typesNow()).toEqual({ [inFirst.id]: 'retracement', [alsoInFirst.id]: null, [inSecond.id]: 'consolidation', [free.id]: null });
    await valueOf(edit({ kind: 'set-type', scope: { ...OF_SERIES, ofType: 'retracement' }, type: null }));
    expect(await newest()).toMatchObject({ labels: 1, description: 'Changed the type of a span in window 1 to none' });
  });

  it('that is asked for twice is done once, also when the first time left nothing to do', async () => {
    const editId = newEditId();
    const first = await valueOf(edit({ kind: 'delete-spans', scope: OF_SERIES }, editId));
    expect(await valueOf(edit({ kind: 'delete-spans', scope: OF_SERIES }, editId))).toMatchObject({ entry: first.entry });
  });

  it('is refused in words where it is for none, and nothing is logged', async () => {
    const logged = await newest();
    const nothing = { ok: false, error: { kind: 'not-found', message: 'There is no span that this would change.' } };
    expect(await edit({ kind: 'delete-spans', scope: { ...OF_FIRST, ofType: 'consolidation' } })).toMatchObject(nothing);
    expect(await edit({ kind: 'set-type', scope: { ...OF_SERIES, ofType: 'retracement' }, type: 'retracement' })).toMatchObject(nothing);
    expect(await edit({ kind: 'delete-spans', scope: { seriesId: seriesId(2), windowId: null } })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await newest()).toEqual(logged);
  });

  it('can be foretold by counts of each type', async () => {
    expect(await valueOf(core.api.countSpans(OF_SERIES))).toEqual({ none: 2, consolidation: 1, retracement: 1 });
    expect(await valueOf(core.api.countSpans(OF_FIRST))).toEqual({ none: 1, consolidation: 0, retracement: 1 });
  });
});
