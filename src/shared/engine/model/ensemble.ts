import type { NetworkOutputs } from '../kernels/network/network-task.ts';
import { makeParameters, type Parameters } from './parameters.ts';
import { runJade, type FeatureWindows } from './run-jade.ts';
import { logistic } from './span-probabilities.ts';

/** What the members of an ensemble say together. */
export interface MemberOutputs {
  readonly outputs: NetworkOutputs;
  /** Whose scores of their own (of transitions, lengths, numbers of spans) and sigmas belong to the outputs. */
  readonly scores: Parameters;
}

/** How an ensemble is run. */
export interface MemberRun {
  /** Makes features of [N,T,D] those of the same windows upside down, which every member judges, too. Absent or null: none does. */
  readonly mirror?: ((features: Float32Array) => Float32Array) | null;
  /** Told how many windows' worth of the work is done; may wait or throw. */
  readonly afterPass?: (done: number) => Promise<void> | void;
}

/** Runs every member over the windows. One member, not mirrored: as by itself, to the bit. */
export async function runMembers(members: readonly Parameters[], input: FeatureWindows, { mirror, afterPass }: MemberRun = {}): Promise<MemberOutputs> {
  const views = mirror == null ? [input] : [input, { ...input, features: mirror(input.features) }];
  const all: NetworkOutputs[] = [];
  for (const member of members) {
    for (const view of views) {
      const before = all.length * input.windows;
      all.push(await runJade(member, view, (done) => afterPass?.(Math.floor((before + done) / (members.length * views.length)))));
    }
  }
  return { outputs: meanOutputs(all, members[0].config.mode === 'soft'), scores: meanParameters(members) };
}

/**
 * Means of what each head says. Models of sequences: of their scores, which is a model of sequences again (a logarithmic
 * opinion pool), so that its best sequence and its posterior fit together. `isSoft`: the emissions are log-odds of bars, whose
 * probabilities are averaged instead.
 */
export function meanOutputs(all: readonly NetworkOutputs[], isSoft: boolean): NetworkOutputs {
  if (all.length === 1) return all[0];
  const means = (name: keyof NetworkOutputs): Float32Array => meanOf(all.map((outputs) => outputs[name]));
  const emissions = isSoft ? logOddsOfMean(all.map((outputs) => outputs.emissions)) : means('emissions');
  return { logits: means('logits'), pointers: means('pointers'), countdown: means('countdown'), emissions };
}

/** Of their scores and sigmas (as logs) this is the mean that belongs to the outputs; the mean of their weights is no network. */
export function meanParameters(members: readonly Parameters[]): Parameters {
  if (members.length === 1) return members[0];
  const mean = makeParameters(members[0].config);
  mean.flat.set(meanOf(members.map(({ flat }) => flat)));
  return mean;
}

/** All of one length. */
function meanOf(all: readonly Float32Array[]): Float32Array {
  return all[0].map((_, i) => all.reduce((sum, values) => sum + values[i], 0) / all.length);
}

/** Sure to the last digit of float32 is sure enough for a finite number. */
const SUREST = 1 - 2 ** -24;

function logOddsOfMean(all: readonly Float32Array[]): Float32Array {
  return all[0].map((_, i) => {
    const mean = all.reduce((sum, odds) => sum + logistic(odds[i]), 0) / all.length;
    const bounded = Math.min(SUREST, Math.max(1 - SUREST, mean));
    return Math.log(bounded / (1 - bounded));
  });
}
