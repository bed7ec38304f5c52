import { describeChoice } from '../../shared/domain/describe-choice.ts';
import { fromFastest, type ExaminedBackend } from '../../shared/domain/examined-backend.ts';
import type { BackendSettings } from '../../shared/domain/train-config.ts';
import { examineBackends } from '../../shared/engine/backends/examine-backends.ts';
import { nodeBackends } from './node-backends.ts';
import { countThreads, PROBE } from './start-backend.ts';

export interface TriedBackends {
  readonly examined: readonly ExaminedBackend[];
  /** In words: which one a training takes, and why. */
  readonly choice: string;
}

/** Tests and times every back end of a Node process, as a training with all on `auto` does. */
export async function tryBackends(): Promise<TriedBackends> {
  const { threads, backends } = await examineNodeBackends({ threads: 'auto' });
  const usable = fromFastest(backends);
  return { examined: backends, choice: usable.length === 0 ? 'No back end can train here.' : describeChoice(usable, threads) };
}

/** `threads` of the answer: as many as were used. */
export async function examineNodeBackends({ threads: wanted, wideVectors = false }: BackendSettings): Promise<{ readonly threads: number; readonly backends: readonly ExaminedBackend[] }> {
  const threads = countThreads(wanted);
  return { threads, backends: await examineBackends(nodeBackends({ backend: 'auto', wideVectors }), threads, PROBE) };
}
