import { ExpanseError } from '../../contract/errors.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import type { ActiveBackend, BackendCandidate } from './backend.ts';

/** Throws, in words, where the active back end computes wrongly. */
export type SelfTest = () => Promise<void>;

/**
 * Starts the wanted back end, or, for `auto`, the first of the candidates (fastest first) that starts and computes rightly.
 * Throws ExpanseError 'trainer' that says why none could be used.
 */
export async function chooseBackend(candidates: readonly BackendCandidate[], wanted: TrainConfig['backend'], threads: number, selfTest: SelfTest): Promise<ActiveBackend> {
  const tried = wanted === 'auto' ? candidates : candidates.filter(({ name }) => name === wanted);
  const notes: string[] = tried.length === 0 ? [`${wanted} does not run in this process`] : [];
  for (const { name, start } of tried) {
    try {
      await start(threads);
      await selfTest();
      return { name, notes };
    } catch (thrown) {
      notes.push(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  throw new ExpanseError('trainer', `No back end can be used (${notes.join('; ')}).`, 'Choose another back end in the training settings, or leave it at "auto".');
}
