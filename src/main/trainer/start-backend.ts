import type { TrainConfig } from '../../shared/domain/train-config.ts';
import type { ActiveBackend } from '../../shared/engine/backends/backend.ts';
import { chooseBackend } from '../../shared/engine/backends/choose-backend.ts';
import { selfTest } from '../../shared/engine/backends/self-test.ts';
import { nodeBackends } from './node-backends.ts';

/** Makes a back end of this Node process the active one of tfjs. Throws ExpanseError 'trainer' that says why none could be used. */
export function startBackend(wanted: TrainConfig['backend'], threads: number): Promise<ActiveBackend> {
  return chooseBackend(nodeBackends, wanted, threads, selfTest);
}
