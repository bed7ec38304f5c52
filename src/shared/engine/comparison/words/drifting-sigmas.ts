import type { ContenderPart } from '../../../domain/comparison.ts';
import { TASK_NAMES } from '../../../domain/train-config.ts';
import { formatFigure, quote } from './numbers.ts';

/** Share of the farthest way that the optimiser could go, from which on a sigma says nothing but how far that was. */
const NEARLY_ALL = 0.9;

/**
 * Adam moves a parameter whose gradient keeps its sign by about the learning rate in each step, so log sigma cannot leave its
 * start by more than the sum of the learning rates.
 */
export function driftingSigmas({ name, config, runs: [run] }: ContenderPart): readonly string[] {
  const { sigmas, epochs, steps } = run;
  if (sigmas === null || epochs.length === 0) return [];
  const farthest = epochs.reduce((sum, { learningRate }) => sum + learningRate, 0) * (steps / epochs.length);
  const drifting = TASK_NAMES.filter((task) => config.tasks[task] && Math.abs(Math.log(sigmas[task]) - config.initialLogSigma[task]) >= NEARLY_ALL * farthest);
  if (drifting.length === 0) return [];
  const ends = drifting.map((task) => {
    const start = config.initialLogSigma[task];
    const way = Math.sign(Math.log(sigmas[task]) - start) * farthest;
    return `that of ${task} ends at ${formatFigure(sigmas[task])}, and exp(${formatFigure(start)} ${way < 0 ? '\u2212' : '+'} ${formatFigure(Math.abs(way))}) is ${formatFigure(Math.exp(start + way))}`;
  });
  return [
    `Sigmas of ${quote(name)} moved as far as the optimiser can in ${steps} steps, whatever the data: ${ends.join('; ')}. Task weights derived from them show the learning rate, not the tasks.`,
  ];
}
