import type { ConfigDifference } from '../../domain/comparison.ts';

/** Settings that are not the same in all configurations, by their dotted paths; lists count as one value. */
export function findDifferences(configs: readonly object[]): readonly ConfigDifference[] {
  const flat = configs.map((config) => new Map(flatten(config, '')));
  const fields = new Set(flat.flatMap((values) => [...values.keys()]));
  return [...fields]
    .map((field) => ({ field, values: flat.map((values) => values.get(field)) }))
    .filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1);
}

function flatten(part: object, path: string): readonly (readonly [string, unknown])[] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    const field = path === '' ? name : `${path}.${name}`;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? flatten(value, field) : [[field, value] as const];
  });
}
