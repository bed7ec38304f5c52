import type { ContenderSource } from '../../../shared/domain/comparison.ts';
import type { FoundContender, FoundPart } from './find-contender.ts';
import { nameGroups } from './name-groups.ts';

/** In letters: longer ones fill sentences in which several are named. */
const LONGEST_SUM = 48;

/**
 * Those that share a name get their ids, also as parts of several together; one that is named twice keeps its one name. Groups of
 * one sweep, where nothing else is compared, are named by what differs between them.
 */
export function nameContenders(found: readonly FoundContender[]): readonly FoundContender[] {
  const trained = new Map(found.flatMap(({ parts }) => parts).map((part) => [runsOf(part), part]));
  const names = groupNames(trained) ?? new Map([...trained].map(([runs, part]) => [runs, unlessShared(part, [...trained].filter(([other]) => other !== runs).map(([, { name }]) => name))]));
  const named = found.map((contender) => {
    const parts = contender.parts.map((part) => ({ ...part, name: names.get(runsOf(part))! }));
    return { ...contender, parts, name: nameOf(contender, parts, found) };
  });
  // What is together may be called what a run is named.
  return named.map((contender) => (contender.source.kind === 'together' ? { ...contender, name: unlessShared(contender, named.filter((other) => other !== contender).map(({ name }) => name)) } : contender));
}

/** null: they are not all groups of one sweep. */
function groupNames(trained: ReadonlyMap<string, FoundPart>): ReadonlyMap<string, string> | null {
  const parts = [...trained.values()];
  const [{ source: first }] = parts;
  if (parts.length < 2 || !parts.every(({ source }) => source.kind === 'experiment' && first.kind === 'experiment' && source.experimentId === first.experimentId)) return null;
  const names = nameGroups(parts.map(({ seeds }) => seeds[0][0].config));
  return names === null ? null : new Map([...trained.keys()].map((runs, n) => [runs, names[n]]));
}

function nameOf({ source }: FoundContender, parts: readonly FoundPart[], found: readonly FoundContender[]): string {
  const sum = parts.map(({ name }) => name).join(' + ');
  if (source.kind !== 'together' || sum.length <= LONGEST_SUM) return sum;
  const alone = new Set(found.flatMap((contender) => (contender.source.kind === 'together' ? [] : [runsOf(contender.parts[0])])));
  return parts.length === alone.size && parts.every((part) => alone.has(runsOf(part))) ? `all ${parts.length} together` : sum;
}

const runsOf = ({ seeds }: FoundPart): string => seeds.flatMap((runs) => runs.map(({ id }) => id)).join();

const unlessShared = ({ name, source }: { readonly name: string; readonly source: ContenderSource }, others: readonly string[]): string => (others.includes(name) ? `${name} (${idOf(source)})` : name);

function idOf(source: ContenderSource): string {
  if (source.kind === 'together') return source.parts.map(idOf).join(' + ');
  return source.kind === 'run' ? `run ${source.runId}` : `experiment ${source.experimentId}`;
}
