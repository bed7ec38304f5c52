/** Fields of a configuration, or of a part of one. */
export type Settings = Readonly<Record<string, unknown>>;

/** The old settings with the changes in their places; a part of another `kind` or `decoder` takes the place of the old one as a whole. */
export function changeSettings(old: Settings, changes: Settings): Settings {
  if (['kind', 'decoder'].some((field) => changes[field] !== undefined && changes[field] !== old[field])) return changes;
  const changed = Object.entries(changes).map(([field, value]) => [field, changeValue(old[field], value)] as const);
  return Object.fromEntries([...Object.entries(old), ...changed]);
}

const changeValue = (old: unknown, value: unknown): unknown => (isSettings(old) && isSettings(value) ? changeSettings(old, value) : value);

export const isSettings = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value);
