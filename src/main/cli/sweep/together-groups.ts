import { groupName, pointsOf, valueText } from './grid-points.ts';
import { badSweep, type SweepFile } from './read-sweep.ts';

/**
 * Lists of groups that are judged as one, as `together` of the file has them. Each of a list is a group by its whole name (`mode soft`) or, where the grid has one field,
 * by the value alone (`soft`). Throws ExpanseError 'bad-file' where there is no such group, or one is named twice.
 */
export function togetherGroups(path: string, { grid, together = [] }: Pick<SweepFile, 'grid' | 'together'>): readonly (readonly string[])[] {
  const points = pointsOf(grid);
  const groupOf = (wanted: unknown): string => {
    const found = points.find((point) => groupName(point) === wanted) ?? points.find((point) => point.length === 1 && valueText(point[0][1]) === valueText(wanted));
    if (found !== undefined) return groupName(found);
    throw badSweep(path, `together: there is no ${valueText(wanted)} in the grid; expected ${points.map(groupName).join(' or ')}`);
  };
  return together.map((list) => {
    const groups = list.map(groupOf);
    const twice = groups.find((group, n) => groups.indexOf(group) < n);
    if (twice !== undefined) throw badSweep(path, `together: ${twice} is named twice in one list`);
    return groups;
  });
}
