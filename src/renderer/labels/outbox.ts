import type { AppError } from '../../shared/contract/errors.ts';
import { toAppError } from '../../shared/contract/errors.ts';
import type { LabelChange } from '../../shared/contract/labels.ts';
import { newEditId, type EditId } from '../../shared/domain/ids.ts';
import { mergeRequests, type EditRequest } from './edit-request.ts';

/** An edit that the core has not acknowledged. Its id stays the same however often it is sent. */
export interface PendingEdit {
  readonly editId: EditId;
  readonly request: EditRequest;
  /** `settling`: more of the same gesture may join it before it is sent. */
  readonly state: 'settling' | 'waiting' | 'sending';
}

export type EditOutcome =
  | { readonly kind: 'stored'; readonly change: LabelChange | null }
  | { readonly kind: 'refused'; readonly error: AppError };

export interface OutboxOptions {
  /** Carries out one request. Rejects with an error for which `isUnanswered` holds where no answer came. */
  readonly send: (edit: PendingEdit) => Promise<LabelChange | null>;
  readonly isUnanswered: (thrown: unknown) => boolean;
  /** Whether the core would have taken the edit but could not write it, as on a full disk: it waits and nothing overtakes it. */
  readonly isUnwritten: (thrown: unknown) => boolean;
  readonly onUnwritten: (problem: AppError) => void;
  /** Before the edit leaves the list, so that its effect never flickers. */
  readonly onOutcome: (edit: PendingEdit, outcome: EditOutcome) => void;
  readonly onChange: (pending: readonly PendingEdit[]) => void;
  /** How long an edit that may grow waits for the next of its gesture. */
  readonly settleMs: number;
}

/** Sends edits one after the other, in order, each until it is answered. */
export interface Outbox {
  /** `mayGrow`: wait shortly for further steps of the same gesture, so that they are stored and undone as one. */
  add(request: EditRequest, options?: { readonly mayGrow?: boolean }): EditId;
  /** Edits of an earlier page, with their ids. */
  restore(edits: readonly PendingEdit[]): void;
  pending(): readonly PendingEdit[];
  /** Resolves once the edit is answered; at once for an edit that is not pending. */
  settled(editId: EditId): Promise<void>;
  /** Why nothing can be stored; null: nothing stands in the way. */
  problem(): AppError | null;
  /** Tries again to store what could not be written; a further edit does so as well. */
  retry(): void;
  /** Sends what is settling now. */
  flush(): void;
  /** Nothing is sent any more and no answer is looked at: another project is open. */
  stop(): void;
}

export function makeOutbox(options: OutboxOptions): Outbox {
  let pending: readonly PendingEdit[] = [];
  let sending = false;
  let problem: AppError | null = null;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const waiters = new Map<EditId, (() => void)[]>();

  function change(next: readonly PendingEdit[]) {
    pending = next;
    options.onChange(pending);
  }

  function mark(editId: EditId, state: PendingEdit['state']) {
    change(pending.map((edit) => (edit.editId === editId ? { ...edit, state } : edit)));
  }

  function flush() {
    clearTimeout(settleTimer);
    change(pending.map((edit) => (edit.state === 'settling' ? { ...edit, state: 'waiting' } : edit)));
    void sendAll();
  }

  async function sendAll() {
    if (sending) return;
    sending = true;
    problem = null;
    while (canSend()) await sendFirst();
    sending = false;
  }

  const canSend = (): boolean => !stopped && problem === null && pending.length > 0 && pending[0].state !== 'settling';

  async function sendFirst() {
    const edit = pending[0];
    mark(edit.editId, 'sending');
    try {
      const stored = await options.send(edit);
      finish(edit, { kind: 'stored', change: stored });
    } catch (thrown) {
      if (stopped) return;
      if (options.isUnanswered(thrown)) mark(edit.editId, 'waiting');
      else if (options.isUnwritten(thrown)) wait(edit, toAppError(thrown));
      else finish(edit, { kind: 'refused', error: toAppError(thrown) });
    }
  }

  function wait(edit: PendingEdit, reason: AppError) {
    problem = reason;
    mark(edit.editId, 'waiting');
    options.onUnwritten(reason);
  }

  function finish(edit: PendingEdit, outcome: EditOutcome) {
    if (stopped) return;
    options.onOutcome(edit, outcome);
    change(pending.filter((other) => other.editId !== edit.editId));
    waiters.get(edit.editId)?.forEach((answered) => answered());
    waiters.delete(edit.editId);
  }

  function grow(request: EditRequest): EditId | undefined {
    const last = pending.at(-1);
    if (last?.state !== 'settling') return undefined;
    const merged = mergeRequests(last.request, request);
    if (merged === undefined) return undefined;
    change([...pending.slice(0, -1), { ...last, request: merged }]);
    return last.editId;
  }

  return {
    add: (request, { mayGrow = false } = {}) => {
      const grown = mayGrow ? grow(request) : undefined;
      if (grown === undefined) {
        const settled = pending.map((edit) => (edit.state === 'settling' ? { ...edit, state: 'waiting' as const } : edit));
        change([...settled, { editId: newEditId(), request, state: mayGrow ? 'settling' : 'waiting' }]);
      }
      clearTimeout(settleTimer);
      if (pending.at(-1)?.state === 'settling') settleTimer = setTimeout(flush, options.settleMs);
      void sendAll();
      return grown ?? pending[pending.length - 1].editId;
    },
    restore: (edits) => {
      const known = new Set(pending.map((edit) => edit.editId));
      change([...edits.filter((edit) => !known.has(edit.editId)).map((edit) => ({ ...edit, state: 'waiting' as const })), ...pending]);
      void sendAll();
    },
    pending: () => pending,
    problem: () => problem,
    retry: () => void sendAll(),
    settled: (editId) => {
      if (!pending.some((edit) => edit.editId === editId)) return Promise.resolve();
      return new Promise((resolve) => waiters.set(editId, [...(waiters.get(editId) ?? []), resolve]));
    },
    flush,
    stop: () => {
      stopped = true;
      clearTimeout(settleTimer);
    },
  };
}
