import { useState } from 'react';

/** Counts the number fields of a form that hold no number now: with one of them, it must not be carried out. */
export function useWrongFields(): { readonly isAnyWrong: boolean; readonly onWrong: (isWrong: boolean) => void } {
  const [count, setCount] = useState(0);
  return { isAnyWrong: count > 0, onWrong: (isWrong) => setCount((old) => old + (isWrong ? 1 : -1)) };
}
