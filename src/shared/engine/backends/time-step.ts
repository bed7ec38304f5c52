import { randomUniform, streamKey } from '../model/counter-random.ts';
import { featureSet } from '../features/feature-set.ts';
import { gatherBatch } from '../training/batch.ts';
import { makeObjective } from '../training/objective.ts';
import { findPreset } from '../training/presets.ts';
import { startState } from '../training/train-state.ts';
import { trainStep } from '../training/train-step.ts';
import { makePart } from '../training/window-tensors.ts';

interface StepSize {
  readonly windows: number;
  readonly bars: number;
}

/** What a step of training usually is. */
const FULL: StepSize = { windows: 32, bars: 105 };
/** Says already whether a full one would take too long to be tried. */
const SMALL: StepSize = { windows: 4, bars: 35 };
const RATIO = (FULL.windows * FULL.bars) / (SMALL.windows * SMALL.bars);

/** A full step that would take longer than this is not tried: a start must be quick. Seconds. */
const LONGEST = 0.25;
/** The best of so many counts, because the first ones warm up; fewer where they would take longer than this. Seconds. */
const STEPS = 4;
const PATIENCE = 0.1;

/** Seconds of a full step of the published training on the active back end, estimated from a small one where that says that it is slow. */
export async function timeStep(): Promise<number> {
  const estimate = RATIO * (await secondsOf(SMALL));
  return estimate > LONGEST ? estimate : secondsOf(FULL);
}

async function secondsOf({ windows, bars }: StepSize): Promise<number> {
  const { config } = findPreset('published');
  const part = makePart(windows, bars, featureSet(config.features));
  part.features.forEach((_, i) => (part.features[i] = randomUniform(streamKey(0, 0), i) - 0.5));
  const objective = makeObjective(config, part);
  const batch = gatherBatch(part, Int32Array.from({ length: windows }, (_, i) => i), objective);
  const state = startState(config, part.inputs);
  const taken: number[] = [];
  for (let total = 0; taken.length < STEPS && total < PATIENCE; total += taken.at(-1)!) {
    const began = performance.now();
    await trainStep(state, batch, objective, config, STEPS);
    taken.push((performance.now() - began) / 1000);
  }
  return Math.min(...taken);
}
