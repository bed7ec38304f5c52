import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeOutbox, type EditOutcome, type PendingEdit } from '../../../../src/renderer/labels/outbox.ts';
import { ExpanseError } from '../../../../src/shared/contract/errors.ts';
import type { LabelChange } from '../../../../src/shared/contract/labels.ts';
import { newSpanId, spanId, windowId } from '../../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import type { EditRequest } from '../../../../src/renderer/labels/edit-request.ts';

const NO_ANSWER = new Error('the wire was cut');
const STORED = {} as LabelChange;
const DISK_FULL = new ExpanseError('project', 'The disk is full.', 'Free some space.');
const SETTLE_MS = 15;

type Answer = 'stored' | 'refused' | 'lost' | 'full';

/** An outbox whose core answers as told; what runs out of answers is stored. */
function scripted(answers: Answer[]) {
  const sent: PendingEdit[] = [];
  const outcomes: { edit: PendingEdit; outcome: EditOutcome }[] = [];
  const problems: string[] = [];
  const outbox = makeOutbox({
    settleMs: SETTLE_MS,
    isUnanswered: (thrown) => thrown === NO_ANSWER,
    isUnwritten: (thrown) => thrown === DISK_FULL,
    onUnwritten: ({ message }) => problems.push(message),
    send: async (edit) => {
      sent.push(edit);
      await Promise.resolve();
      const answer = answers.shift() ?? 'stored';
      if (answer === 'lost') throw NO_ANSWER;
      if (answer === 'full') throw DISK_FULL;
      if (answer === 'refused') throw new ExpanseError('conflict', 'No.', 'Try another.');
      return STORED;
    },
    onOutcome: (edit, outcome) => outcomes.push({ edit, outcome }),
    onChange: () => {},
  });
  return { outbox, sent, outcomes, problems };
}

const remove = (): EditRequest => ({ kind: 'edit', command: { kind: 'delete-span', id: newSpanId() } });
const moveEnd = (to: number): EditRequest => ({
  kind: 'edit',
  command: { kind: 'update-span', id: spanId('one'), patch: { endTime: timeMs(to) } },
});
const idle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS * 3));

describe('outbox', () => {
  it('answers every edit once, in order, whatever the core says and however often the wire is cut', async () => {
    const answer = fc.constantFrom<Answer>('stored', 'refused', 'lost');
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), async (answers, count) => {
        const script = [...answers];
        const { outbox, sent, outcomes } = scripted(script);
        const ids = Array.from({ length: count }, () => outbox.add(remove()));
        await Promise.all(ids.map((id) => outbox.settled(id)));
        expect(outcomes.map(({ edit }) => edit.editId)).toEqual(ids);
        expect(outbox.pending()).toEqual([]);
        // Sent again under its own id until it is answered, and never overtaken.
        const used = answers.slice(0, sent.length);
        expect(sent.length - count).toBe(used.filter((each) => each === 'lost').length);
        expect([...new Set(sent.map((edit) => edit.editId))]).toEqual(ids);
      }),
    );
  });

  it('tells why an edit was refused and goes on with the next', async () => {
    const { outbox, outcomes } = scripted(['refused']);
    outbox.add(remove());
    await outbox.settled(outbox.add(remove()));
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['refused', 'stored']);
    expect(outcomes[0].outcome).toMatchObject({ error: { kind: 'conflict', nextStep: 'Try another.' } });
  });

  it('keeps what could not be written, in order and under its id, until it is tried again', async () => {
    const { outbox, sent, outcomes, problems } = scripted(['full', 'full']);
    const ids = [outbox.add(remove()), outbox.add(remove())];
    await idle();
    expect([outbox.pending().map(({ editId, state }) => [editId, state]), outbox.problem()?.message, outcomes]).toEqual([ids.map((id) => [id, 'waiting']), 'The disk is full.', []]);
    outbox.retry();
    await idle();
    expect([outbox.pending().length, problems]).toEqual([2, ['The disk is full.', 'The disk is full.']]);
    outbox.retry();
    await Promise.all(ids.map((id) => outbox.settled(id)));
    expect([outbox.problem(), outcomes.map(({ edit, outcome }) => [edit.editId, outcome.kind])]).toEqual([null, ids.map((id) => [id, 'stored'])]);
    expect(sent.map(({ editId }) => editId)).toEqual([ids[0], ids[0], ids[0], ids[1]]);
  });

  it('tries again with the next edit, which does not overtake it', async () => {
    const { outbox, sent } = scripted(['full']);
    const first = outbox.add(remove());
    await idle();
    const second = outbox.add(remove());
    await outbox.settled(second);
    expect(sent.map(({ editId }) => editId)).toEqual([first, first, second]);
  });

  it('stores steps of one gesture as one edit, under the id that the first step got', async () => {
    const { outbox, sent } = scripted([]);
    const ids = [1, 2, 3].map((to) => outbox.add(moveEnd(to), { mayGrow: true }));
    expect(new Set(ids).size).toBe(1);
    expect(outbox.pending().map((edit) => edit.state)).toEqual(['settling']);
    await idle();
    expect(sent.map((edit) => edit.request)).toEqual([moveEnd(3)]);
  });

  it('does not merge changes of another kind, of another span, or made after a pause', async () => {
    const { outbox, sent } = scripted([]);
    outbox.add(moveEnd(1), { mayGrow: true });
    outbox.add({ kind: 'edit', command: { kind: 'update-span', id: spanId('one'), patch: { startTime: timeMs(1) } } }, { mayGrow: true });
    outbox.add({ kind: 'edit', command: { kind: 'update-span', id: spanId('two'), patch: { startTime: timeMs(1) } } }, { mayGrow: true });
    await idle();
    outbox.add(moveEnd(2), { mayGrow: true });
    await idle();
    expect(sent).toHaveLength(4);
  });

  it('sends what is settling before an edit that follows it', async () => {
    const { outbox, sent } = scripted([]);
    outbox.add(moveEnd(1), { mayGrow: true });
    await outbox.settled(outbox.add({ kind: 'undo' }));
    expect(sent.map((edit) => edit.request.kind)).toEqual(['edit', 'undo']);
  });

  it('sends restored edits first, with their ids, and once', async () => {
    const { outbox, sent } = scripted([]);
    const old: PendingEdit = { editId: 'old' as PendingEdit['editId'], request: remove(), state: 'sending' };
    outbox.restore([old]);
    outbox.restore([old]);
    await outbox.settled(outbox.add({ kind: 'edit', command: { kind: 'set-window-state', windowId: windowId(1), state: 'reviewed' } }));
    expect(sent.map((edit) => edit.editId)[0]).toBe('old');
    expect(sent).toHaveLength(2);
  });

  it('once stopped sends nothing and keeps what is pending', async () => {
    const { outbox, sent } = scripted([]);
    outbox.stop();
    outbox.add(remove());
    await idle();
    expect(sent).toEqual([]);
    expect(outbox.pending()).toHaveLength(1);
  });
});
