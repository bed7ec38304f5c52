import type { ExaminedBackend } from '../../shared/engine/backends/backend.ts';
import { describeChoice } from '../../shared/engine/backends/describe-choice.ts';
import { examineBackends, fromFastest } from '../../shared/engine/backends/examine-backends.ts';
import { nodeBackends } from './node-backends.ts';
import { countThreads, PROBE } from './start-backend.ts';

export interface TriedBackends {
  readonly examined: readonly ExaminedBackend[];
  /** In words: which one a training takes, and why. */
  readonly choice: string;
}

/** Tests and times every back end of a Node process, as a training with all on `auto` does. */
export async function tryBackends(): Promise<TriedBackends> {
  const threads = countThreads('auto');
  const examined = await examineBackends(nodeBackends({ backend: 'auto' }), threads, PROBE);
  const usable = fromFastest(examined);
  return { examined, choice: usable.length === 0 ? 'No back end can train here.' : describeChoice(usable, threads) };
}
