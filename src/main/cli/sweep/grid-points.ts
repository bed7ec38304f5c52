import type { SweepFile } from './read-sweep.ts';

/** One value for each field of the grid. */
export type Point = readonly (readonly [field: string, value: unknown])[];

/** Every combination of the grid's values; the last field changes fastest. */
export const pointsOf = (grid: SweepFile['grid']): readonly Point[] =>
  Object.entries(grid).reduce<readonly Point[]>((points, [field, values]) => points.flatMap((point) => values.map((value) => [...point, [field, value] as const])), [[]]);

/** What the trainings of a point are summed up under. */
export const groupName = (point: Point): string => point.map(([field, value]) => `${field} ${valueText(value)}`).join(', ');

export const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
