import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { isReservedKey } from '../actions/key-press.ts';
import { canBeginSequence, recordPress } from '../actions/record-press.ts';
import { isMac } from '../ui/is-mac.ts';
import { Keys } from '../ui/Keys.tsx';
import style from './KeySheet.module.css';

/** As long as the listener for keys waits for the second press of a sequence. */
const SEQUENCE_MS = 1000;

interface KeyRecorderProps {
  readonly title: string;
  readonly onDone: (key: string) => void;
  readonly onCancel: () => void;
}

/** Takes the next press as a key, or the next two as a sequence. Tab still leaves it and Escape gives up, so that nobody is caught in it. */
export function KeyRecorder({ title, onDone, onCancel }: KeyRecorderProps) {
  const [first, setFirst] = useState<string | null>(null);
  const [isReserved, setIsReserved] = useState(false);
  const takeFirst = useEffectEvent(() => first !== null && onDone(first));
  useEffect(() => {
    if (first === null) return;
    const timer = setTimeout(() => takeFirst(), SEQUENCE_MS);
    return () => clearTimeout(timer);
  }, [first]);

  const take = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onCancel();
    const press = event.repeat ? null : recordPress(event.nativeEvent, isMac);
    if (press === null) return;
    setIsReserved(isReservedKey(press));
    if (isReservedKey(press)) return;
    if (first === null && canBeginSequence(press)) setFirst(press);
    else onDone(first === null ? press : `${first} ${press}`);
  };
  return (
    // The dialog's element is not there yet when the browser would focus it by itself.
    <button ref={focusAtOnce} type="button" className={style.recorder} onKeyDown={take} aria-label={`New key for “${title}”: press it`} data-testid="key-recorder">
      {first === null ? (isReserved ? 'Kept for moving about. Press another' : 'Press the new key') : <Keys binding={first} />}
      {first !== null && ' or press one more for a sequence'}
    </button>
  );
}

function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}
