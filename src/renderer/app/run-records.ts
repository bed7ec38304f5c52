import type { EpochRecord } from '../../shared/domain/run.ts';

/** The list with a run or an experiment in its new state; a new one comes first, as the newest. */
export function putNewest<Item extends { readonly id: number }>(items: readonly Item[], item: Item): readonly Item[] {
  const known = items.some((other) => other.id === item.id);
  return known ? items.map((other) => (other.id === item.id ? item : other)) : [item, ...items];
}

/** The record with an epoch added in its place; one that is told again replaces what was known. */
export function addEpoch<R extends { readonly epochs: readonly EpochRecord[] }>(record: R, epoch: EpochRecord): R {
  const others = record.epochs.filter((other) => other.epoch !== epoch.epoch);
  return { ...record, epochs: [...others, epoch].sort((a, b) => a.epoch - b.epoch) };
}
