import { ExpanseError, type AppError } from '../../shared/contract/errors.ts';
import type { LabelChange } from '../../shared/contract/labels.ts';
import type { Connection } from '../rpc/connection.ts';
import { ConnectionLost } from '../rpc/connection-lost.ts';
import { makeOutbox, type EditOutcome, type Outbox, type PendingEdit } from './outbox.ts';
import { readStoredPending, storePending, type TextStore } from './outbox-storage.ts';

interface ProjectOutboxOptions {
  readonly connection: Connection;
  readonly projectPath: string;
  readonly store: TextStore;
  readonly onStored: (change: LabelChange) => void;
  readonly onOutcome: (edit: PendingEdit, outcome: EditOutcome) => void;
  readonly onUnwritten: (problem: AppError) => void;
  readonly onChange: (pending: readonly PendingEdit[]) => void;
}

/** Long enough for a held arrow key's repeats, short enough to be stored before the next thought. */
const SETTLE_MS = 350;

/** The outbox of one project: it survives a reload of the page, and never sends to another project. */
export function makeProjectOutbox(options: ProjectOutboxOptions): Outbox {
  const { connection, projectPath, store } = options;
  let checked = false;
  const stopListening = connection.onState(() => {
    if (connection.state().kind === 'lost') checked = false;
  });

  // After an interruption the core may have been started anew with another project, whose ids mean other things.
  async function checkProject() {
    if (checked) return;
    const project = await connection.call('readProject', {});
    if (project?.path !== projectPath) {
      outbox.stop();
      throw new ExpanseError('project', `Another project is open now; edits wait for ${projectPath}.`, 'Open that project again to store them.');
    }
    checked = true;
  }

  async function send({ editId, request }: PendingEdit): Promise<LabelChange | null> {
    await checkProject();
    if (request.kind === 'edit') return connection.call('editLabels', { editId, command: request.command });
    if (request.kind === 'decide') {
      const { scope, entryId, request: decision } = request;
      return (await connection.call('decideReview', { editId, scope, entryId, request: decision })).change;
    }
    if (request.kind === 'go-to') return connection.call('goToEdit', { editId, sequence: request.sequence });
    return connection.call(request.kind, { editId });
  }

  const outbox = makeOutbox({
    send,
    isUnanswered: (thrown) => thrown instanceof ConnectionLost,
    // What the core says of the file and not of the edit.
    isUnwritten: (thrown) => thrown instanceof ExpanseError && thrown.kind === 'project',
    onUnwritten: options.onUnwritten,
    onOutcome: (edit, outcome) => {
      if (outcome.kind === 'stored' && outcome.change !== null) options.onStored(outcome.change);
      options.onOutcome(edit, outcome);
    },
    onChange: (pending) => {
      storePending(store, projectPath, pending);
      options.onChange(pending);
    },
    settleMs: SETTLE_MS,
  });
  outbox.restore(readStoredPending(store, projectPath));
  return {
    ...outbox,
    stop: () => {
      stopListening();
      outbox.stop();
    },
  };
}
