import { installKernels } from './install-kernels.ts';
import { checkWideVectors, type WideVectors } from './wide-vectors.ts';

/** Once per process: what was found holds as long as its machine code lives. */
let found: Promise<WideVectors> | null = null;

/** As `installKernels`, in the wide build where that can be used. Says in words what became of it. */
export async function installWideKernels(backendName: string, threads: number): Promise<string> {
  found ??= checkWideVectors();
  const wide = await found;
  installKernels(backendName, threads, wide.usable ? 'wide' : undefined);
  return wide.usable
    ? `Wide vectors are on: a check at the start gave the same bits as without them, ${wide.gain.toFixed(1)} times as fast.`
    : `Wide vectors are off although they were asked for: ${wide.reason}.`;
}
