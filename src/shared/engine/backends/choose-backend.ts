import { ExpanseError } from '../../contract/errors.ts';
import { describeChoice } from '../../domain/describe-choice.ts';
import { failuresOf, fromFastest } from '../../domain/examined-backend.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import type { ActiveBackend, BackendCandidate, BackendName, BackendProbe } from './backend.ts';
import { examineBackends } from './examine-backends.ts';

/**
 * Starts the wanted back end, or, for `auto`, the fastest of the candidates that start and compute rightly.
 * Throws ExpanseError 'trainer' that says why none could be used.
 */
export async function chooseBackend(candidates: readonly BackendCandidate[], wanted: TrainConfig['backend'], threads: number, probe: BackendProbe): Promise<ActiveBackend> {
  return wanted === 'auto' ? startFastest(candidates, threads, probe) : startWanted(candidates, wanted, threads, probe);
}

async function startFastest(candidates: readonly BackendCandidate[], threads: number, probe: BackendProbe): Promise<ActiveBackend> {
  const examined = await examineBackends(candidates, threads, probe);
  const usable = fromFastest(examined);
  const failures = failuresOf(examined);
  const [fastest] = usable;
  if (fastest === undefined) throw noneUsable(failures);
  const how = await candidates.find(({ name }) => name === fastest.name)!.start(threads);
  return { name: fastest.name, notes: [describeChoice(usable, threads), ...sentences(how), ...failures] };
}

async function startWanted(candidates: readonly BackendCandidate[], wanted: BackendName, threads: number, { selfTest }: BackendProbe): Promise<ActiveBackend> {
  const candidate = candidates.find(({ name }) => name === wanted);
  if (candidate === undefined) throw noneUsable([`${wanted} does not run in this process`]);
  let how: string | void;
  try {
    how = await candidate.start(threads);
    await selfTest();
  } catch (thrown) {
    throw noneUsable([`${wanted}: ${thrown instanceof Error ? thrown.message : String(thrown)}`]);
  }
  return { name: wanted, notes: [`Training computes on ${wanted} because the settings say so.`, ...sentences(how)] };
}

const sentences = (how: string | void): readonly string[] => (how === undefined ? [] : [how]);

function noneUsable(reasons: readonly string[]): ExpanseError {
  return new ExpanseError('trainer', `No back end can be used (${reasons.join('; ')}).`, 'Choose another back end in the training settings, or leave it at "auto".');
}
