import type { ActionId } from './action-definitions.ts';

/** Where the focus is, as far as keys are concerned. */
export type KeyTarget = 'page' | 'button' | 'arrows' | 'typing' | 'popup';

/** `popup`: dialogs, menus and lists that are open keep all keys to themselves. */
export function describeTarget(element: Element | null): KeyTarget {
  if (element === null) return 'page';
  if (element.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null) return 'popup';
  if (element.matches('textarea, [contenteditable=true], input:not([type=range], [type=checkbox], [type=radio], [type=button])')) return 'typing';
  if (element.matches('[role=slider], [role=scrollbar], [role=tab], [role=radio], [role=combobox], [role=spinbutton], input, select')) return 'arrows';
  return element.matches('button, a[href], summary, [role=button], [role=switch], [role=option]') ? 'button' : 'page';
}

const PRESSES = ['Enter', 'Space'];
const WHILE_TYPING: readonly ActionId[] = ['app.palette', 'app.next-area', 'app.previous-area', 'train.start'];

/** Whether an action's key is meant for the action, and not for the control that has the focus. */
export function isKeyForAction(key: string, id: ActionId, target: KeyTarget): boolean {
  switch (target) {
    case 'page':
      return true;
    case 'button':
      return !PRESSES.includes(key);
    case 'arrows':
      return !PRESSES.includes(key) && !/Arrow|Home|End/.test(key);
    case 'typing':
      return WHILE_TYPING.includes(id) && writesNothing(key);
    case 'popup':
      return false;
  }
}

function writesNothing(key: string): boolean {
  return /^\$mod\+|^(Shift\+)?F\d+$/.test(key);
}
