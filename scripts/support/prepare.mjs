import { codeOfSignal, stopChildrenWithThisProcess } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findNode } from './pinned-node.mjs';

/**
 * What every command begins with. Costs a few milliseconds where nothing is missing.
 * @param {(signal: NodeJS.Signals) => number} [codeWhenStopped]
 * @returns {Promise<string>} the Node to run on
 */
export async function prepare(codeWhenStopped = codeOfSignal) {
  stopChildrenWithThisProcess(codeWhenStopped);
  await ensureDependencies();
  return findNode();
}
