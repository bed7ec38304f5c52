import { toAppError } from '../../../shared/contract/errors.ts';
import type { ExaminedBackend } from '../../../shared/domain/examined-backend.ts';
import type { BackendSettings } from '../../../shared/domain/train-config.ts';
import type { WebTrainerPlace } from '../web-trainers/web-trainers.ts';
import type { Told, TrainerClient } from './trainer-client.ts';

/** What was found out about the back ends since the core began. */
export interface Examinations {
  /** Of a child process. Throws ExpanseError 'trainer' where it ends. */
  ofProcess(settings: BackendSettings, client: () => TrainerClient): Promise<Told<'examined'>>;
  /** Of a window or page; one that ends or says nothing has a back end that cannot be used. */
  ofPlace(place: WebTrainerPlace, client: () => TrainerClient): Promise<readonly ExaminedBackend[]>;
  knownOfProcess(settings: BackendSettings): Told<'examined'> | null;
  knownOfPlace(id: string): readonly ExaminedBackend[] | null;
  forget(): void;
}

/** A window that takes longer hangs, or its graphics card is of no use. Milliseconds. */
const PATIENCE = 60_000;

export function makeExaminations(onChange: () => void, patience = PATIENCE): Examinations {
  const processes = new Map<string, Told<'examined'>>();
  const places = new Map<string, readonly ExaminedBackend[]>();
  const keep = <Key, Found>(found: Map<Key, Found>, key: Key, outcome: Found): Found => {
    found.set(key, outcome);
    onChange();
    return outcome;
  };
  return {
    ofProcess: async (settings, client) => processes.get(keyOf(settings)) ?? keep(processes, keyOf(settings), await client().examine(settings)),
    ofPlace: async ({ id }, client) => places.get(id) ?? keep(places, id, await examinePlace(client(), patience)),
    knownOfProcess: (settings) => processes.get(keyOf(settings)) ?? null,
    knownOfPlace: (id) => places.get(id) ?? null,
    forget: () => {
      processes.clear();
      places.clear();
    },
  };
}

const keyOf = ({ threads, wideVectors = false }: BackendSettings): string => `${threads} ${wideVectors}`;

async function examinePlace(client: TrainerClient, patience: number): Promise<readonly ExaminedBackend[]> {
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    client.kill();
  }, patience);
  try {
    // Its threads are the graphics card's own, and so are its vectors.
    return (await client.examine({ threads: 1 })).backends;
  } catch (thrown) {
    const reason = isLate ? `its test had no end within ${patience / 1000} s` : toAppError(thrown).message;
    return [{ name: 'webgpu', usable: false, reason }];
  } finally {
    clearTimeout(limit);
  }
}
