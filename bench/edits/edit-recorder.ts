import type { Page } from 'playwright-core';

/** ms since the key was pressed. */
export interface EditTimes {
  /** Until the frame that shows the edit. */
  readonly shown: number;
  /** Until the page has word from the core, which answers and tells of an edit after its transaction has been synced to disk. */
  readonly durable: number;
  /** Until the app says that all is saved. */
  readonly saved: number;
}

declare global {
  interface Window {
    /** null: not yet. */
    benchEdit: { -readonly [K in keyof EditTimes]: EditTimes[K] | null };
  }
}

/**
 * Has the page note, for every key, when what it changes in the list of spans is shown and when it is saved. Before the page is
 * opened, so that a key is noted before the app acts on it.
 */
export async function recordEdits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let pressed = 0;
    let isSaving = false;
    const forget = (): void => void (window.benchEdit = { shown: null, durable: null, saved: null });
    forget();
    const since = (): number => performance.now() - pressed;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        [pressed, isSaving] = [timeStamp, false];
        forget();
      },
      { capture: true },
    );
    window.WebSocket = class extends WebSocket {
      constructor(...where: ConstructorParameters<typeof WebSocket>) {
        super(...where);
        // Between edits nothing is asked: the first word after a key is of its edit.
        this.addEventListener('message', () => (window.benchEdit.durable ??= since()));
      }
    };
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
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-confidence', 'data-state'] });
  });
}

/** Of one key that edits the selected span. */
export async function timeEdit(page: Page, key: string): Promise<EditTimes> {
  await page.keyboard.press(key);
  await page.waitForFunction(() => Object.values(window.benchEdit).every((ms) => ms !== null), undefined, { timeout: 10_000 });
  return page.evaluate(() => window.benchEdit as EditTimes);
}
