import util from 'node:util';

const removed = {
  isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
  isArray: (value: unknown): boolean => Array.isArray(value),
};

/**
 * tfjs-node 4.22 still calls these two of node:util (in nodejs_kernel_backend.js and kernels/TopK.js), for almost every op.
 * Node 23 took the first away and means to take the other. What this Node has stays.
 */
export function restoreRemovedUtilities(target: Record<string, unknown> = util as unknown as Record<string, unknown>): void {
  for (const [name, utility] of Object.entries(removed)) target[name] ??= utility;
}
