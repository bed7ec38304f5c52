import util from 'node:util';

const utilities = {
  isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
  isArray: (value: unknown): boolean => Array.isArray(value),
};

/**
 * tfjs-node 4.22 calls these two of node:util for almost every op (in nodejs_kernel_backend.js and kernels/TopK.js). Node 23
 * took the first away, and warns on stderr of the other.
 */
export function restoreRemovedUtilities(target: object = util): void {
  Object.assign(target, utilities);
}
