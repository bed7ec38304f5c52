import type { ConfigDifference, SeveralValues } from '../../domain/comparison.ts';

/**
 * Settings that are not the same in all contenders, by their dotted paths; lists count as one value. contenders: the
 * configuration of each, of several together one for each part.
 */
export function findDifferences(contenders: readonly (readonly object[])[]): readonly ConfigDifference[] {
  const flat = contenders.map((parts) => parts.map((config) => new Map(flatten(config, ''))));
  const fields = new Set(flat.flat().flatMap((values) => [...values.keys()]));
  return [...fields]
    .map((field) => ({ field, values: flat.map((parts) => shared(parts.map((values) => values.get(field)))) }))
    .filter(({ values }) => countDifferent(values) > 1);
}

/** What all parts have, or what each of them has. No value of a setting is an object: those are told by their fields. */
const shared = (values: readonly unknown[]): unknown => (countDifferent(values) === 1 ? values[0] : ({ several: values } satisfies SeveralValues));

export const isSeveral = (value: unknown): value is SeveralValues => typeof value === 'object' && value !== null && 'several' in value;

// An absent value in a list would be written as null, which is a value.
const countDifferent = (values: readonly unknown[]): number => new Set(values.map((value) => JSON.stringify(value, (_, each: unknown) => (each === undefined ? '(absent)' : each)))).size;

function flatten(part: object, path: string): readonly (readonly [string, unknown])[] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    const field = path === '' ? name : `${path}.${name}`;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? flatten(value, field) : [[field, value] as const];
  });
}
