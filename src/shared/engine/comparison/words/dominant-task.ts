import type { ContenderPart } from '../../../domain/comparison.ts';
import { TASK_NAMES } from '../../../domain/train-config.ts';
import { quote } from './numbers.ts';

const MOST = 0.8;

/** One task that makes most of the plain sum of losses, which the published study read as the model's quality. */
export function dominantTask({ name, runs: [run] }: ContenderPart): readonly string[] {
  const last = run.epochs.at(-1);
  if (last === undefined) return [];
  const { raw, sum } = last.val ?? last.train;
  const task = TASK_NAMES.find((each) => raw[each] > MOST * sum);
  if (task === undefined) return [];
  return [`${Math.round((100 * raw[task]) / sum)} % of the plain sum of losses of ${quote(name)} is its ${task} loss: a curve of that sum is one of the ${task} alone.`];
}
