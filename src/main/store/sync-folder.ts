import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a rename in the folder durable. Windows cannot sync folders, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
