import { Toast } from '@base-ui/react/toast';
import type { AppError, ErrorKind } from '../../shared/contract/errors.ts';

/** Told from anywhere; drawn by Toasts.tsx. */
export const toastManager = Toast.createToastManager();

const TITLES: Readonly<Record<ErrorKind, string>> = {
  'invalid-input': 'That cannot be done',
  'not-found': 'Not found',
  'bad-file': 'The file could not be read',
  project: 'The project',
  conflict: 'It has changed meanwhile',
  cancelled: 'Cancelled',
  'not-enough-data': 'Not enough data',
  trainer: 'Training failed',
  internal: 'Something went wrong',
};

const READING_MS = 12_000;

/** `topic`: a further error on it takes the place of the one that is still shown. */
export function showError(error: AppError, topic?: string): void {
  toastManager.add({
    id: topic,
    title: TITLES[error.kind],
    description: `${error.message} ${error.nextStep}`,
    type: error.kind === 'cancelled' ? 'note' : 'bad',
    priority: error.kind === 'cancelled' ? 'low' : 'high',
    timeout: READING_MS,
  });
}

/** `topic`: a further note on it takes the place of the one that is still shown. */
export function showNote(title: string, description = '', topic: string = title): void {
  toastManager.add({ id: topic, title, description, type: 'good', timeout: 5000 });
}
