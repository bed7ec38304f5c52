import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/main/core/core.ts';
import type { LabelCommand, SpanDraft } from '../../../src/shared/contract/labels.ts';
import { newEditId, newSpanId, seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import type { SpanPatch } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { MINUTE } from '../../unit/store/fixtures.ts';
import { makeWorkplace, valueOf } from '../core/test-core.ts';
import { createLabelProject, draft, FIRST_WINDOW, SECOND_WINDOW } from './labels-fixture.ts';

const workplace = makeWorkplace();
const existing = draft(10, 20, { windowId: FIRST_WINDOW });
let core: Core;

beforeAll(async () => {
  createLabelProject(workplace.projectPath);
  core = workplace.open();
  await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span: existing } }));
});
afterAll(async () => {
  await core.close();
  workplace.remove();
});

const edit = (command: unknown) => core.api.editLabels({ editId: newEditId(), command: command as LabelCommand });
const create = (first: number, last: number, changes: Partial<SpanDraft> = {}): LabelCommand => ({ kind: 'create-span', span: draft(first, last, changes) });
const update = (patch: SpanPatch): LabelCommand => ({ kind: 'update-span', id: existing.id, patch });

describe('an edit that cannot be is refused with a reason, and nothing is logged', () => {
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ['an id that exists', create(1, 2, { id: existing.id }), 'conflict', 'exists already'],
    ['an end before the start', create(20, 10), 'invalid-input', 'is after endTime'],
    ['a start that is no bar', create(0, 5, { startTime: timeMs(30_000) }), 'invalid-input', 'startTime 1970-01-01T00:00:30.000Z is not the opening time of a bar'],
    ['an end beyond the last bar', create(990, 1000), 'invalid-input', 'endTime'],
    ['a span that leaves its window', create(95, 100, { windowId: FIRST_WINDOW }), 'invalid-input', 'leaves window 1'],
    ['a window of which there is none', create(1, 2, { windowId: windowId(99) }), 'not-found', 'no window 99'],
    ['a series of which there is none', create(1, 2, { seriesId: seriesId(99) }), 'not-found', 'no series 99'],
    ['a confidence of 0', create(1, 2, { confidence: 0 }), 'invalid-input', 'command.span.confidence'],
    ['a confidence above 1', create(1, 2, { confidence: 1.01 }), 'invalid-input', 'command.span.confidence'],
    ['a confidence that is no number', create(1, 2, { confidence: Number.NaN }), 'invalid-input', 'command.span.confidence'],
    ['a negative uncertainty', create(1, 2, { startUncertainty: -1 }), 'invalid-input', 'command.span.startUncertainty'],
    ['a field that is unknown', { ...create(1, 2), colour: 'red' }, 'invalid-input', 'colour'],
    ['a patch of what may not change', update({ author: 'you' } as SpanPatch), 'invalid-input', 'author'],
    ['a patch that leaves the window', update({ endTime: timeMs(100 * MINUTE) }), 'invalid-input', 'leaves window 1'],
    ['a patch that turns the span over', update({ startTime: timeMs(21 * MINUTE) }), 'invalid-input', 'is after endTime'],
    ['a missing span changed', { kind: 'update-span', id: newSpanId(), patch: {} }, 'not-found', 'There is no span'],
    ['a missing span deleted', { kind: 'delete-span', id: newSpanId() }, 'not-found', 'There is no span'],
    ['a missing window reviewed', { kind: 'set-window-state', windowId: windowId(99), state: 'reviewed' }, 'not-found', 'no window 99'],
    ['an unknown state', { kind: 'set-window-state', windowId: FIRST_WINDOW, state: 'done' }, 'invalid-input', 'command.state'],
    ['an unknown kind', { kind: 'drop-table' }, 'invalid-input', 'command'],
    ['an empty batch', { kind: 'batch', description: 'Nothing', commands: [] }, 'invalid-input', 'command.commands'],
  ];
  it.each(cases)('%s', async (_, command, kind, words) => {
    const before = await valueOf(core.api.readHistory({ offset: 0, limit: 100, steps: true }));
    expect(await edit(command)).toMatchObject({ ok: false, error: { kind, message: expect.stringContaining(words) } });
    expect(await valueOf(core.api.readHistory({ offset: 0, limit: 100, steps: true }))).toEqual(before);
  });

  it('an edit id that is none', async () => {
    const result = await core.api.editLabels({ editId: 'first' as never, command: create(1, 2) });
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid-input', message: expect.stringContaining('editId') } });
  });
});

describe('an edit that is right', () => {
  it('keeps a free span and a span of a window apart, though they share bars', async () => {
    await valueOf(edit(create(10, 20)));
    await valueOf(edit(create(110, 120, { windowId: SECOND_WINDOW, confidence: 0.2, type: 'retracement', direction: 'down', note: 'late' })));
    const detail = await valueOf(core.api.readWindow({ windowId: FIRST_WINDOW }));
    expect(detail.spans.map(({ windowId: own }) => own).toSorted()).toEqual([FIRST_WINDOW, null].toSorted());
    const touching = await valueOf(core.api.readSpans({ seriesId: existing.seriesId, from: timeMs(120 * MINUTE), to: timeMs(500 * MINUTE) }));
    expect(touching).toMatchObject([{ confidence: 0.2, type: 'retracement', direction: 'down', note: 'late', source: 'person', author: 'me' }]);
  });

  it('changes only what the patch names, also where the channel carries undefined', async () => {
    const change = await valueOf(edit(update({ confidence: 0.6, note: undefined, type: 'consolidation' })));
    expect(change.spans).toMatchObject([{ ...existing, confidence: 0.6, note: '', type: 'consolidation' }]);
    expect(change).toMatchObject({ removedSpans: [], windows: [], canUndo: true, canRedo: false, entry: { action: 'edit', description: 'Changed the confidence and the type of a span in window 1' } });
  });

  it('names the author of the settings', async () => {
    await valueOf(core.api.writeSetting({ key: 'author', value: 'Ada' }));
    const change = await valueOf(edit(create(40, 50)));
    expect(change.entry.author).toBe('Ada');
    expect(change.spans[0].author).toBe('Ada');
  });
});
