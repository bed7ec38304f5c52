// Times the CRF by itself, and what it adds to a training: epochs of both modes of the reference task in turn.
// npm run bench -- crf [--json] [--threads N] [--backend wasm|cpu] [--wide] [--rounds N]
import { startBackend } from '../../src/main/trainer/start-backend.ts';
import type { CrfScores } from '../../src/shared/engine/crf/crf-scores.ts';
import { forwardBackward } from '../../src/shared/engine/crf/forward-backward.ts';
import { nllGradient } from '../../src/shared/engine/crf/nll-gradient.ts';
import { viterbi } from '../../src/shared/engine/crf/viterbi.ts';
import { makeRandomSource } from '../../src/shared/sample/random-source.ts';
import { readOptions } from '../support/options.ts';
import { LENGTH, referenceConfig, referencePart, WINDOWS } from '../support/reference-task.ts';
import { milliseconds, report } from '../support/report.ts';
import { median, timeInTurn } from '../support/timing.ts';
import { trainEpochs } from '../train/train-epochs.ts';

const SEQUENCES = 256;
const WARM_UP = 3;
const EPOCHS_IN_TURN = 3;

const { json, threads, backend: wanted, rounds, wide } = readOptions(8);
const random = makeRandomSource(1);
const values = (size: number, scale: number): Float32Array => Float32Array.from({ length: size }, () => scale * random.normal());
const scores: CrfScores = { tags: 2, start: values(2, 0.1), end: values(2, 0.1), transitions: values(4, 0.1) };
const sequences = Array.from({ length: SEQUENCES }, () => ({ emissions: values(2 * LENGTH, 2), length: LENGTH }));
const path = Uint8Array.from({ length: LENGTH }, () => (random.chance(0.07) ? 1 : 0));

const trials = {
  marginals: () => sequences.forEach((sequence) => forwardBackward(sequence, scores)),
  gradient: () => sequences.forEach((sequence) => nllGradient(sequence, scores, path)),
  viterbi: () => sequences.forEach((sequence) => viterbi(sequence, scores)),
};
const seconds = (await timeInTurn(Object.values(trials), rounds, WARM_UP)).map(median);
const sequencesPerSecond = Object.fromEntries(Object.keys(trials).map((name, i) => [name, SEQUENCES / seconds[i]!]));

const backend = await startBackend(wanted, threads, wide);
const data = { train: referencePart(WINDOWS), val: null };
const epochs: Record<'soft' | 'crf', number[]> = { soft: [], crf: [] };
for (let round = -WARM_UP; round < rounds; round++) {
  for (const mode of ['soft', 'crf'] as const) {
    const ofRound = await trainEpochs(data, referenceConfig(mode, EPOCHS_IN_TURN));
    if (round >= 0) epochs[mode].push(...ofRound);
  }
}
const secondsPerEpoch = { soft: median(epochs.soft), crf: median(epochs.crf) };
const ratio = secondsPerEpoch.crf / secondsPerEpoch.soft;
report(
  [
    ...Object.entries(sequencesPerSecond).map(([name, rate]) => `${name.padEnd(10)} ${rate.toFixed(0).padStart(7)} sequences of ${LENGTH} bars per second`),
    `training on ${backend.name}, ${threads} thread${threads === 1 ? '' : 's'}: soft ${milliseconds(secondsPerEpoch.soft)}, CRF ${milliseconds(secondsPerEpoch.crf)} per epoch (medians of ${epochs.crf.length} in turn), ratio ${ratio.toFixed(2)}`,
  ],
  { benchmark: 'crf', backend: backend.name, notes: backend.notes, threads, rounds, sequencesPerSecond, secondsPerEpoch, ratio },
  json,
);
