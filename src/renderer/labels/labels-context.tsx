import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { AppError } from '../../shared/contract/errors.ts';
import type { LabelChange, LabelCommand } from '../../shared/contract/labels.ts';
import type { EditId } from '../../shared/domain/ids.ts';
import { makeListeners } from '../rpc/listeners.ts';
import { useCore } from '../rpc/core-context.tsx';
import { showError, showNote } from '../ui/toast-manager.ts';
import type { EditOutcome, Outbox, PendingEdit } from './outbox.ts';
import { makeProjectOutbox } from './project-outbox.ts';

interface Labels {
  readonly outbox: Outbox;
  readonly onPending: (listener: () => void) => () => void;
}

const LabelsContext = createContext<Labels | null>(null);

interface LabelsProviderProps {
  readonly projectPath: string;
  readonly onStored: (change: LabelChange) => void;
  readonly children: ReactNode;
}

/** Label edits of one project: shown at once, sent in order, kept until they are acknowledged. Give it the path as its key. */
export function LabelsProvider({ projectPath, onStored, children }: LabelsProviderProps) {
  const connection = useCore();
  const [labels] = useState(() => {
    const listeners = makeListeners<void>();
    const onChange = () => listeners.tell();
    const outbox = makeProjectOutbox({ connection, projectPath, store: sessionStorage, onStored, onOutcome: tellOutcome, onUnwritten: tellUnwritten, onChange });
    return { outbox, onPending: listeners.add };
  });
  useEffect(() => warnBeforeLeaving(labels.outbox), [labels]);
  useEffect(() => () => labels.outbox.stop(), [labels]);
  return <LabelsContext value={labels}>{children}</LabelsContext>;
}

/** Of many undos only the last is told. */
const HISTORY = 'history';

function tellOutcome({ request }: PendingEdit, outcome: EditOutcome): void {
  if (outcome.kind === 'refused') {
    const error = outcome.error;
    return showError({ ...error, message: `The edit was not stored and has been taken back: ${error.message}` });
  }
  if (request.kind === 'edit' || request.kind === 'decide') return;
  if (request.kind === 'go-to') return showNote('The labels are as they were after that step', 'Every step stays in the history; any other can be gone to in the same way.', HISTORY);
  if (outcome.change === null) showNote(`Nothing to ${request.kind}`, '', HISTORY);
  else showNote(request.kind === 'undo' ? 'Undone' : 'Done again', outcome.change.entry.description, HISTORY);
}

/** Of many attempts only the last is told. */
function tellUnwritten(problem: AppError): void {
  showError({ ...problem, message: `The edit could not be stored and waits: ${problem.message}` }, 'unwritten');
}

function warnBeforeLeaving(outbox: Outbox): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    outbox.flush();
    // They are also kept for the next page of this tab; closing the tab would lose them.
    if (outbox.pending().some((edit) => edit.state === 'waiting')) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => window.removeEventListener('beforeunload', warn);
}

function useLabels(): Labels {
  const labels = use(LabelsContext);
  if (labels === null) throw new Error('Labels need an open project.');
  return labels;
}

export function useOutbox(): Outbox {
  return useLabels().outbox;
}

export function usePendingEdits(): readonly PendingEdit[] {
  const { outbox, onPending } = useLabels();
  return useSyncExternalStore(onPending, outbox.pending);
}

/** Why edits cannot be stored; null: nothing stands in the way. */
export function useStoreProblem(): AppError | null {
  const { outbox, onPending } = useLabels();
  return useSyncExternalStore(onPending, outbox.problem);
}

/** Asks for a label edit. `mayGrow`: further steps of the same gesture may join it. */
export function useEditLabels(): (command: LabelCommand, options?: { readonly mayGrow?: boolean }) => EditId {
  const outbox = useOutbox();
  return useMemo(() => (command, options) => outbox.add({ kind: 'edit', command }, options), [outbox]);
}
