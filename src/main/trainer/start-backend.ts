import { availableParallelism } from 'node:os';
import type { TrainConfig } from '../../shared/domain/train-config.ts';
import type { ActiveBackend, BackendProbe } from '../../shared/engine/backends/backend.ts';
import { chooseBackend } from '../../shared/engine/backends/choose-backend.ts';
import { selfTest } from '../../shared/engine/backends/self-test.ts';
import { timeStep } from '../../shared/engine/backends/time-step.ts';
import { nodeBackends } from './node-backends.ts';

export const PROBE: BackendProbe = { selfTest, timeStep };

/** One thread for each direction of the BiLSTM. With more the weights would depend on the machine, to rounding. */
const MOST_USUAL_THREADS = 2;

/** Makes a back end of this Node process the active one of tfjs. Throws ExpanseError 'trainer' that says why none could be used. */
export function startBackend(backend: TrainConfig['backend'], threads: TrainConfig['threads'], wideVectors = false): Promise<ActiveBackend> {
  return chooseBackend(nodeBackends({ backend, wideVectors }), backend, countThreads(threads), PROBE);
}

/** `auto`: as many as help on this machine and still give the weights that any other machine gives. */
export const countThreads = (threads: TrainConfig['threads']): number => (threads === 'auto' ? Math.min(MOST_USUAL_THREADS, availableParallelism()) : threads);
