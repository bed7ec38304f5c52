import type { KeyboardEvent, ReactNode } from 'react';
import { actionById, type ActionId } from '../actions/action-definitions.ts';
import { useKeysOf } from '../actions/actions-context.tsx';
import { Button } from '../ui/Button.tsx';
import { clashSentences } from './clash-sentences.ts';
import { KeyRecorder } from './KeyRecorder.tsx';
import style from './KeySheet.module.css';
import type { KeyEditing } from './use-key-editing.ts';

/** The foot of the key sheet: how keys are changed, and the change that is being made. */
export function KeyEditor({ editing }: { readonly editing: KeyEditing }) {
  const { step } = editing;
  switch (step.kind) {
    case 'idle':
      return <Idle editing={editing} />;
    case 'record':
      return <Record editing={editing} id={step.id} />;
    case 'clash':
      return (
        <Question text={clashSentences(step.clashes)} onCancel={editing.cancel}>
          <Button look="primary" onClick={() => editing.giveDespite(step.id, step.keys)} data-testid="key-take">
            Give it to “{actionById(step.id).title}”
          </Button>
        </Question>
      );
    case 'reset-all':
      return (
        <Question text={`Give ${editing.changed.size === 1 ? 'the changed action its' : `all ${editing.changed.size} changed actions their`} first keys again?`} onCancel={editing.cancel}>
          <Button look="danger" onClick={editing.resetAll} data-testid="keys-reset-all-now">
            Reset all
          </Button>
        </Question>
      );
  }
}

function Idle({ editing }: { readonly editing: KeyEditing }) {
  return (
    <div className={style.editor} data-testid="key-editor" data-step="idle">
      <span className={style.hint}>To change a key, choose an action with the arrows or the search and press Enter, or click it.</span>
      <Button onClick={editing.askResetAll} disabled={editing.changed.size === 0} data-testid="keys-reset-all">
        Reset all
      </Button>
    </div>
  );
}

function Record({ editing, id }: { readonly editing: KeyEditing; readonly id: ActionId }) {
  const { title } = actionById(id);
  const keys = useKeysOf(id);
  return (
    <div className={style.editor} data-testid="key-editor" data-step="record">
      <b className={style.hint}>{title}</b>
      <KeyRecorder title={title} onDone={(key) => editing.give(id, [key])} onCancel={editing.cancel} />
      <Button onClick={() => editing.reset(id)} disabled={!editing.changed.has(id)} data-testid="key-reset">
        Reset
      </Button>
      <Button onClick={() => editing.give(id, [])} disabled={keys.length === 0} data-testid="key-none">
        No key
      </Button>
      <Button look="quiet" onClick={editing.cancel}>
        Cancel
      </Button>
    </div>
  );
}

interface QuestionProps {
  readonly text: string;
  readonly onCancel: () => void;
  /** What says yes. */
  readonly children: ReactNode;
}

/** Nothing happens before it is answered; the answer that changes nothing has the focus. */
function Question({ text, onCancel, children }: QuestionProps) {
  const cancelOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <div className={style.editor} data-testid="key-editor" data-step="question">
      <span className={style.hint} role="alert">
        {text}
      </span>
      {children}
      <Button ref={focusAtOnce} onClick={onCancel} onKeyDown={cancelOnEscape} data-testid="key-cancel">
        Cancel
      </Button>
    </div>
  );
}

function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}
