import type { PlannedMember } from '../../../shared/domain/experiment.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { foldMembers, usualFoldsWithin } from '../../../shared/experiments/plan-members.ts';
import { MOST_MEMBERS } from '../../core/validation/experiments.ts';
import { trainConfigField } from '../../core/validation/training.ts';
import { changeSettings, type Settings } from '../settings/change-settings.ts';
import { nest } from '../settings/parse-setting.ts';
import { groupName, pointsOf, type Point } from './grid-points.ts';
import { badSweep, describeIssue, type SweepFile } from './read-sweep.ts';

/**
 * The trainings of a sweep, in the order of the file: the last field of the grid changes fastest, then seeds, then folds.
 * Throws ExpanseError 'bad-file' that names file and field where a combination is no configuration.
 */
export function planSweep(path: string, { grid, set = {}, seeds, folds, foldsOf }: SweepFile, preset: TrainConfig): readonly PlannedMember[] {
  const points = pointsOf(grid);
  const perPoint = countOf(seeds) * (folds ?? 1);
  if (points.length * perPoint > MOST_MEMBERS) throw badSweep(path, `${points.length * perPoint} trainings; expected at most ${MOST_MEMBERS}`);
  const configs = points.map((point) => configOf(path, preset, [...Object.entries(set), ...point]));
  refuseTwins(path, points, configs);
  return points.flatMap((point, n) => {
    const config = configs[n];
    const group = groupName(point);
    const seeded = seedsOf(seeds, config.seed).map((seed) => ({ label: `seed ${seed}`, group, config: { ...config, seed } }));
    return seeded.flatMap((member) => inFolds(member, folds, foldsOf)).map((member) => ({ ...member, label: `${group}, ${member.label}` }));
  });
}

/** Parts of parts are changed one by one, so that {} in place of one changes nothing: two rows of the summary would say the same. */
function refuseTwins(path: string, points: readonly Point[], configs: readonly TrainConfig[]): void {
  const known = new Map<string, number>();
  configs.forEach((config, n) => {
    const text = JSON.stringify(config);
    const twin = known.get(text);
    if (twin !== undefined) throw badSweep(path, `grid: ${groupName(points[twin])} and ${groupName(points[n])} are one and the same training; name every setting that differs, such as augmentation.mirror: [false, true]`);
    known.set(text, n);
  });
}

const countOf = (seeds: SweepFile['seeds']): number => (Array.isArray(seeds) ? seeds.length : (seeds ?? 1));

const seedsOf = (seeds: SweepFile['seeds'], first: number): readonly number[] => (Array.isArray(seeds) ? seeds : Array.from({ length: seeds ?? 1 }, (_, n) => first + n));

function inFolds(member: PlannedMember, count: number | undefined, foldsOf: SweepFile['foldsOf']): readonly PlannedMember[] {
  if (count === undefined) return [member];
  const { label, group, config } = member;
  return foldMembers(config, count, foldsOf === 'all' ? null : usualFoldsWithin(config)).map((fold) => ({ ...fold, group, label: `${label}, ${fold.label}` }));
}

function configOf(path: string, preset: TrainConfig, changes: Point): TrainConfig {
  const settings = changes.reduce<Settings>((old, [field, value]) => changeSettings(old, nest(field.split('.'), value)), { ...preset });
  const checked = trainConfigField.safeParse(settings);
  if (checked.success) return checked.data;
  throw badSweep(path, checked.error.issues.map((issue) => `${describeIssue(issue)}${valueAt(settings, issue.path)}`).join('; '));
}

function valueAt(settings: Settings, path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  const value = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], settings);
  return `, not ${JSON.stringify(value)}`;
}
