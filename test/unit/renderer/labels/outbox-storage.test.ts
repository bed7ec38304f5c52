import { describe, expect, it } from 'vitest';
import { readStoredPending, storePending, type TextStore } from '../../../../src/renderer/labels/outbox-storage.ts';
import type { PendingEdit } from '../../../../src/renderer/labels/outbox.ts';
import { newEditId, spanId } from '../../../../src/shared/domain/ids.ts';

function makeStore(): TextStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const edit = (): PendingEdit => ({
  editId: newEditId(),
  request: { kind: 'edit', command: { kind: 'delete-span', id: spanId('one') } },
  state: 'sending',
});

describe('unacknowledged edits over a reload', () => {
  it('come back with their ids, waiting to be sent', () => {
    const store = makeStore();
    const pending = [edit(), edit()];
    storePending(store, '/a.expanse', pending);
    expect(readStoredPending(store, '/a.expanse')).toEqual(pending.map((each) => ({ ...each, state: 'waiting' })));
  });

  it('belong to their project', () => {
    const store = makeStore();
    storePending(store, '/a.expanse', [edit()]);
    expect(readStoredPending(store, '/b.expanse')).toEqual([]);
  });

  it('leave nothing behind once all are acknowledged', () => {
    const store = makeStore();
    storePending(store, '/a.expanse', [edit()]);
    storePending(store, '/a.expanse', []);
    expect(store.kept.size).toBe(0);
  });

  it('that cannot be read are none', () => {
    const store = makeStore();
    storePending(store, '/a.expanse', [edit()]);
    for (const key of store.kept.keys()) store.kept.set(key, 'no json');
    expect(readStoredPending(store, '/a.expanse')).toEqual([]);
  });
});
