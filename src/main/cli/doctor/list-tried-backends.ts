import type { SystemInfo } from '../../../shared/contract/system.ts';
import { listBackends } from '../../core/list-backends.ts';
import { tryBackends } from '../../trainer/try-backends.ts';

/** `secondsPerStep`: of training, where it was tried. */
export type TriedBackend = SystemInfo['backends'][number] & { readonly secondsPerStep?: number };

const WEBGPU: TriedBackend = { name: 'webgpu', usable: false, reason: "it cannot be tested from the command line, because it computes in the app's window: open Train there and show the back ends" };

/** Every back end, those that are there tested and timed; `training`: in words, which one a training takes. */
export async function listTriedBackends(): Promise<{ readonly backends: readonly TriedBackend[]; readonly training: string }> {
  const { examined, choice } = await tryBackends();
  const backends = listBackends().map((listed): TriedBackend => ({ ...listed, ...examined.find(({ name }) => name === listed.name) }));
  return { backends: [...backends, WEBGPU], training: choice };
}
