import { useState } from 'react';

/** Counts the number fields of a form that hold no number now: with one of them, it must not be carried out. */
export function useWrongFields(): { readonly isAnyWrong: boolean; readonly onWrong: (isWrong: boolean) => void } {
  const [count, setCount] = useState(0);
  return { isAnyWrong: count > 0, onWrong: (isWrong) => setCount((old) => old + (isWrong ? 1 : -1)) };
}

/** Leads the person to the first of them, which says what is wrong once it was left. */
export function focusWrongField(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[data-wrong=true]');
  field?.blur();
  field?.focus();
}
