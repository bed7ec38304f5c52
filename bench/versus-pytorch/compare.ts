import { median, type Timing } from '../support/timing.ts';

/** What either side measures on one number of threads. */
export interface Speed {
  readonly secondsPerEpoch: Timing;
  /** By batch size. */
  readonly windowsPerSecond: Readonly<Record<string, number>>;
}

/** One round, by number of threads. */
export interface Round {
  readonly ours: Readonly<Record<1 | 2, Speed>>;
  /** Ours with wide vectors, which a person may switch on. */
  readonly wide: Readonly<Record<1 | 2, Speed>>;
  readonly pytorch: Readonly<Record<1 | 2, Speed>>;
}

type Side = keyof Round;

/**
 * Ratios of medians over the rounds; above 1 we are faster. Two threads train against PyTorch's better number of threads.
 * The best epochs of all rounds stand beside them, because other work on the machine only ever slows an epoch down.
 */
export function compare(rounds: readonly Round[]): Readonly<Record<string, number>> {
  return { ...ratiosOf(rounds, 'ours', ''), ...ratiosOf(rounds, 'wide', ', wide vectors') };
}

function ratiosOf(rounds: readonly Round[], side: 'ours' | 'wide', note: string): Readonly<Record<string, number>> {
  const over = (value: (round: Round) => number): number => median(rounds.map(value));
  const epoch = (of: Side, threads: 1 | 2): number => over((round) => round[of][threads].secondsPerEpoch.median);
  const best = (of: Side, threads: 1 | 2): number => Math.min(...rounds.map((round) => round[of][threads].secondsPerEpoch.min));
  const windows = (of: Side, threads: 1 | 2, batch: string): number => over((round) => round[of][threads].windowsPerSecond[batch]!);
  return {
    [`training, 1 thread against 1${note}`]: epoch('pytorch', 1) / epoch(side, 1),
    [`training, 2 threads against the better of 1 and 2${note}`]: Math.min(epoch('pytorch', 1), epoch('pytorch', 2)) / epoch(side, 2),
    [`training, best epoch, 1 thread against 1${note}`]: best('pytorch', 1) / best(side, 1),
    [`training, best epoch, 2 threads against 1 or 2${note}`]: Math.min(best('pytorch', 1), best('pytorch', 2)) / best(side, 2),
    [`inference at batch 32, 1 thread against 1${note}`]: windows(side, 1, '32') / windows('pytorch', 1, '32'),
    [`inference at batch 256, 1 thread against 1${note}`]: windows(side, 1, '256') / windows('pytorch', 1, '256'),
    [`inference at batch 256, 2 threads against 1${note}`]: windows(side, 2, '256') / windows('pytorch', 1, '256'),
  };
}
