import type { ContenderSource } from '../../../shared/domain/comparison.ts';
import type { FoundContender, FoundPart } from './find-contender.ts';

/** Those that share a name get their ids, also as parts of several together; one that is named twice keeps its one name. */
export function nameContenders(found: readonly FoundContender[]): readonly FoundContender[] {
  const trained = new Map(found.flatMap(({ parts }) => parts).map((part) => [runsOf(part), part]));
  const nameOf = (part: FoundPart): string => unlessShared(part, [...trained].filter(([runs]) => runs !== runsOf(part)).map(([, other]) => other.name));
  const named = found.map((contender) => {
    const parts = contender.parts.map((part) => ({ ...part, name: nameOf(part) }));
    return { ...contender, parts, name: parts.map(({ name }) => name).join(' + ') };
  });
  // What is together may be called what a run is named.
  return named.map((contender) => (contender.source.kind === 'together' ? { ...contender, name: unlessShared(contender, named.filter((other) => other !== contender).map(({ name }) => name)) } : contender));
}

const runsOf = ({ seeds }: FoundPart): string => seeds.flatMap((runs) => runs.map(({ id }) => id)).join();

const unlessShared = ({ name, source }: { readonly name: string; readonly source: ContenderSource }, others: readonly string[]): string => (others.includes(name) ? `${name} (${idOf(source)})` : name);

function idOf(source: ContenderSource): string {
  if (source.kind === 'together') return source.parts.map(idOf).join(' + ');
  return source.kind === 'run' ? `run ${source.runId}` : `experiment ${source.experimentId}`;
}
