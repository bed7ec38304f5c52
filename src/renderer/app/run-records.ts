import type { EpochRecord, RunSummary } from '../../shared/domain/run.ts';

/** The list with a run in its new state; a new run comes first, as the newest. */
export function putRun(runs: readonly RunSummary[], run: RunSummary): readonly RunSummary[] {
  const known = runs.some((other) => other.id === run.id);
  return known ? runs.map((other) => (other.id === run.id ? run : other)) : [run, ...runs];
}

/** The record with an epoch added in its place; one that is told again replaces what was known. */
export function addEpoch<R extends { readonly epochs: readonly EpochRecord[] }>(record: R, epoch: EpochRecord): R {
  const others = record.epochs.filter((other) => other.epoch !== epoch.epoch);
  return { ...record, epochs: [...others, epoch].sort((a, b) => a.epoch - b.epoch) };
}
