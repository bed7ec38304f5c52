import { editId } from '../../shared/domain/ids.ts';
import type { EditRequest } from './edit-request.ts';
import type { PendingEdit } from './outbox.ts';

/** The part of Storage that is needed; the tab's own (sessionStorage), so that two tabs never send each other's edits. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (projectPath: string) => `expanse:unsaved:${projectPath}`;

/** Keeps unacknowledged edits over a reload of the page. */
export function storePending(store: TextStore, projectPath: string, pending: readonly PendingEdit[]): void {
  if (pending.length === 0) return store.removeItem(keyOf(projectPath));
  store.setItem(keyOf(projectPath), JSON.stringify(pending.map((edit) => ({ editId: edit.editId, request: edit.request }))));
}

/** Edits of an earlier page of this tab, oldest first; none where nothing readable is kept. */
export function readStoredPending(store: TextStore, projectPath: string): readonly PendingEdit[] {
  const text = store.getItem(keyOf(projectPath));
  if (text === null) return [];
  try {
    const kept = JSON.parse(text) as { editId: string; request: EditRequest }[];
    return kept.map((edit) => ({ editId: editId(edit.editId), request: edit.request, state: 'waiting' }));
  } catch {
    return [];
  }
}
