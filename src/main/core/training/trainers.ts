import type { BackendReport } from '../../../shared/contract/training.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { describeChoice } from '../../../shared/domain/describe-choice.ts';
import { failuresOf, fromFastest, type BackendName, type ExaminedBackend } from '../../../shared/domain/examined-backend.ts';
import type { BackendSettings, TrainConfig } from '../../../shared/domain/train-config.ts';
import { listBackends } from '../list-backends.ts';
import type { StartTrainer } from '../trainer-process.ts';
import { guardTrainer } from '../web-trainers/guard-trainer.ts';
import type { WebTrainerPlace, WebTrainers } from '../web-trainers/web-trainers.ts';
import { makeExaminations } from './examinations.ts';
import { makeTurns } from './in-turn.ts';
import { startTrainerClient, type Told, type TrainerClient } from './trainer-client.ts';
import { watchSilence } from './watch-silence.ts';

/** A trainer that was started, and what it is to compute on. */
export interface ChosenTrainer {
  readonly client: TrainerClient;
  readonly backend: BackendName;
  /** In words: why it is this one, then which ones could not be used, and why; null: it says so itself. */
  readonly notes: readonly string[] | null;
}

/** Both kinds of trainers: the child process, and the one in a window or page that has WebGPU. */
export interface Trainers {
  /**
   * Starts the trainer with the wanted back end; for `auto` the one with the fastest of all that start and compute rightly
   * here, which is found out once. Throws ExpanseError 'trainer' where none can be used, and what `signal` aborts with.
   */
  choose(wanted: TrainConfig['backend'], settings: BackendSettings, signal: AbortSignal): Promise<ChosenTrainer>;
  /** Whether the back end is not ruled out from the outset. */
  isThere(backend: BackendName): boolean;
  readonly startProcess: StartTrainer;
  /** Throws ExpanseError 'trainer' where no window or page is there. */
  readonly startWeb: StartTrainer;
  /** What is known of the back ends without a test. */
  report(settings: BackendSettings): BackendReport;
  /** Tests and times all of them anew. */
  examine(settings: BackendSettings): Promise<BackendReport>;
}

export interface TrainersOptions {
  readonly startTrainer: StartTrainer;
  readonly webTrainers: WebTrainers;
  /** What is known of the back ends has changed. */
  readonly onChange: () => void;
}

/** Clients that an examination started. */
interface Started {
  process?: TrainerClient;
  web?: TrainerClient;
}

export function makeTrainers({ startTrainer, webTrainers, onChange }: TrainersOptions): Trainers {
  const examinations = makeExaminations(onChange);
  const inTurn = makeTurns();
  webTrainers.onChange(onChange);

  const startAt = (place: WebTrainerPlace): TrainerClient => startTrainerClient(() => watchSilence(guardTrainer(place.start())));
  const startWeb: StartTrainer = () => watchSilence(guardTrainer(placeOrThrow(webTrainers).start()));
  const startClient = (backend: BackendName): TrainerClient => startTrainerClient(backend === 'webgpu' ? startWeb : startTrainer);

  /** One trainer after the other: together they would disturb each other's timing. */
  const examineAll = async (settings: BackendSettings, started: Started): Promise<Told<'examined'>> => {
    const ofProcess = await examinations.ofProcess(settings, () => (started.process = startTrainerClient(startTrainer)));
    const place = webTrainers.find();
    const ofPlace = 'obstacle' in place ? [missing(place.obstacle)] : await examinations.ofPlace(place, () => (started.web = startAt(place)));
    return { ...ofProcess, backends: [...ofProcess.backends, ...ofPlace] };
  };

  const chooseFastest = async (settings: BackendSettings, signal: AbortSignal): Promise<ChosenTrainer> => {
    const started: Started = {};
    const end = (): void => [started.process, started.web].forEach((client) => client?.kill());
    signal.addEventListener('abort', end);
    try {
      const examined = await examineAll(settings, started);
      signal.throwIfAborted();
      const usable = fromFastest(examined.backends);
      const failures = failuresOf(examined.backends);
      if (usable[0] === undefined) throw noneUsable(failures);
      const backend = usable[0].name;
      return { client: take(started, backend) ?? startClient(backend), backend, notes: [describeChoice(usable, examined.threads), ...failures] };
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  };

  const report: Trainers['report'] = (settings) => {
    const place = webTrainers.find();
    const ofPlace = 'obstacle' in place ? [missing(place.obstacle)] : examinations.knownOfPlace(place.id);
    const ofProcess = examinations.knownOfProcess(settings);
    const known = [...(ofProcess?.backends ?? []), ...(ofPlace ?? [])];
    const usable = fromFastest(known);
    return {
      backends: [...listBackends(), { name: 'webgpu', usable: true, reason: '' }].map((listed) => rowOf(listed, known)),
      choice: ofProcess === null || ofPlace === null || usable.length === 0 ? null : describeChoice(usable, ofProcess.threads),
    };
  };

  return {
    choose: async (wanted, settings, signal) =>
      wanted === 'auto' ? inTurn(() => chooseFastest(settings, signal)) : { client: startClient(wanted), backend: wanted, notes: null },
    isThere: (backend) => backend !== 'webgpu' || !('obstacle' in webTrainers.find()),
    startProcess: startTrainer,
    startWeb,
    report,
    examine: (settings) =>
      inTurn(async () => {
        const started: Started = {};
        examinations.forget();
        try {
          await examineAll(settings, started);
        } finally {
          started.process?.kill();
          started.web?.kill();
        }
        return report(settings);
      }),
  };
}

/** The trainer that was examined goes on with the work; whoever is left over is ended. */
function take(started: Started, backend: BackendName): TrainerClient | undefined {
  const kind = backend === 'webgpu' ? 'web' : 'process';
  const client = started[kind];
  delete started[kind];
  return client;
}

const missing = (reason: string): ExaminedBackend => ({ name: 'webgpu', usable: false, reason });

function rowOf(listed: ReturnType<typeof listBackends>[number], known: readonly ExaminedBackend[]): BackendReport['backends'][number] {
  const found = known.find(({ name }) => name === listed.name);
  if (found?.usable === true) return { name: listed.name, usable: true, reason: found.how ?? '', secondsPerStep: found.secondsPerStep };
  if (found?.usable === false) return { name: listed.name, usable: false, reason: found.reason, secondsPerStep: null };
  return { ...listed, usable: listed.usable ? null : false, secondsPerStep: null };
}

function placeOrThrow(webTrainers: WebTrainers): WebTrainerPlace {
  const place = webTrainers.find();
  if (!('obstacle' in place)) return place;
  throw new ExpanseError('trainer', `WebGPU cannot be used now: ${place.obstacle}.`, 'Open the app in a browser with WebGPU and leave its page open, or choose another back end.');
}

function noneUsable(failures: readonly string[]): ExpanseError {
  return new ExpanseError('trainer', `No back end can be used (${failures.join('; ')}).`, 'Choose another back end in the training settings, or leave it at "auto".');
}
