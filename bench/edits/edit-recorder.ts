import type { Page } from 'playwright-core';

/** ms since the key was pressed. */
export interface EditTimes {
  /** Until the frame that shows the edit. */
  readonly shown: number;
  /** Until the app says that it is saved, which it does after the log has been synced to disk. */
  readonly saved: number;
}

declare global {
  interface Window {
    benchEdit: { shown: number | null; saved: number | null };
  }
}

/** Has the page note, for every key, when what it changes in the list of spans is shown and when it is saved. */
export async function recordEdits(page: Page): Promise<void> {
  await page.evaluate(() => {
    let pressed = 0;
    let isSaving = false;
    const since = (): number => performance.now() - pressed;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        [pressed, isSaving] = [timeStamp, false];
        window.benchEdit = { shown: null, saved: null };
      },
      { capture: true },
    );
    const look = ({ type, target }: MutationRecord): void => {
      const isEdit = type === 'attributes' && (target as HTMLElement).dataset.testid === 'span-row';
      if (isEdit && window.benchEdit.shown === null) requestAnimationFrame(() => (window.benchEdit.shown ??= since()));
    };
    const lookAtState = (): void => {
      const state = document.querySelector<HTMLElement>('[data-testid=saved-state]')?.dataset.state;
      if (state === 'saving') isSaving = true;
      else if (isSaving) window.benchEdit.saved ??= since();
    };
    new MutationObserver((changes) => {
      changes.forEach(look);
      lookAtState();
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-confidence', 'data-state'] });
  });
}

/** Of one key that edits the selected span. */
export async function timeEdit(page: Page, key: string): Promise<EditTimes> {
  await page.keyboard.press(key);
  await page.waitForFunction(() => window.benchEdit.shown !== null && window.benchEdit.saved !== null, undefined, { timeout: 10_000 });
  return page.evaluate(() => ({ shown: window.benchEdit.shown!, saved: window.benchEdit.saved! }));
}
