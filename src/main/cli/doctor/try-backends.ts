import type { SystemInfo } from '../../../shared/contract/system.ts';
import { describeChoice } from '../../../shared/engine/backends/describe-choice.ts';
import { fromFastest } from '../../../shared/engine/backends/examine-backends.ts';
import { listBackends } from '../../core/list-backends.ts';
import { countThreads, examineNodeBackends } from '../../trainer/start-backend.ts';

/** `secondsPerStep`: of training, where it was tried. */
export type TriedBackend = SystemInfo['backends'][number] & { readonly secondsPerStep?: number };

/** Tests and times the back ends that are there, and says which one a training takes. */
export async function tryBackends(): Promise<{ readonly backends: readonly TriedBackend[]; readonly training: readonly string[] }> {
  const examined = await examineNodeBackends();
  const backends = listBackends().map((listed): TriedBackend => {
    const tried = examined.find(({ name }) => name === listed.name);
    return tried === undefined ? listed : { ...listed, reason: '', ...tried };
  });
  const usable = fromFastest(examined);
  return { backends, training: usable.length === 0 ? ['No back end can train here.'] : [describeChoice(usable, countThreads('auto'))] };
}
