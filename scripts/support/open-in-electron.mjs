import { ending, startChild } from './children.mjs';
import { root } from './project.mjs';

/** An Electron that ends with an error so soon never showed a window: its sandbox or the display refused it. */
const STILLBORN_MS = 10_000;

/**
 * Resolves when the app was closed, with its exit code, or with the reason why it could not be opened.
 * @param {string} executable
 * @param {string | null} project
 * @returns {Promise<{ code: number } | { reason: string }>}
 */
export async function openInElectron(executable, project) {
  const started = Date.now();
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  // Chromium's sandbox cannot be used by root.
  const args = [root, ...(asRoot ? ['--no-sandbox'] : []), ...(project === null ? [] : [project])];
  try {
    const { code, signal } = await ending(startChild(executable, args, { cwd: root }));
    if (code === 0 || Date.now() - started > STILLBORN_MS) return { code: code ?? 1 };
    return { reason: `Electron ended at once (${signal ?? `code ${code}`})` };
  } catch (error) {
    return { reason: `Electron could not be started (${/** @type {Error} */ (error).message})` };
  }
}
