import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ContenderPart, ContenderSource, TrainedSource } from '../../../shared/domain/comparison.ts';
import type { ExperimentId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { readExperiment, readMembers, type StoredMember } from '../../store/queries/experiments.ts';
import { readRun } from '../../store/queries/runs.ts';
import { matchSeeds } from './match-seeds.ts';

/** The trainings behind what learned under one configuration. */
export interface FoundPart extends Pick<ContenderPart, 'source' | 'name' | 'kind' | 'missing'> {
  /** At least one; those of one seed, at least one each, are folds of one cross-validation. */
  readonly seeds: readonly (readonly RunSummary[])[];
}

/** The trainings behind a contender. */
export interface FoundContender {
  readonly source: ContenderSource;
  readonly name: string;
  /** One; of several together two or more. */
  readonly parts: readonly FoundPart[];
  /** [seed][part]: the runs of a seed, as above. */
  readonly seeds: readonly (readonly (readonly RunSummary[])[])[];
}

/**
 * Throws ExpanseError 'not-found', 'not-enough-data' where no training came to its end, or 'invalid-input' where several cannot
 * be judged together.
 */
export function findContender(db: Database, source: ContenderSource): FoundContender {
  const parts = (source.kind === 'together' ? source.parts : [source]).map((part) => findPart(db, part));
  if (source.kind === 'together') requireEachOnce(parts);
  return { source, name: parts.map(({ name }) => name).join(' + '), parts, seeds: matchSeeds(parts) };
}

/** What spoke twice would count twice. */
function requireEachOnce(parts: readonly FoundPart[]): void {
  const runs = parts.flatMap(({ seeds }) => seeds.flat());
  const twice = runs.find(({ id }, n) => runs.findIndex((other) => other.id === id) < n);
  if (twice === undefined) return;
  throw new ExpanseError('invalid-input', `Run ${twice.id}, \u201c${twice.name}\u201d, would be twice among those that are judged together.`, 'Name each once.');
}

function findPart(db: Database, source: TrainedSource): FoundPart {
  if (source.kind === 'experiment') return findGroup(db, source);
  const run = readRun(db, source.runId);
  if (run.epochsDone === 0 && run.state !== 'done') throw new ExpanseError('not-enough-data', `Run ${run.id} has not come to the end of an epoch.`, 'Compare runs that learned something.');
  return { source, name: run.name, kind: 'run', missing: 0, seeds: [[run]] };
}

function findGroup(db: Database, source: Extract<TrainedSource, { readonly kind: 'experiment' }>): FoundPart {
  const experiment = readExperiment(db, source.experimentId);
  const members = membersOf(db, source.experimentId, source.group);
  const runs = members.flatMap(({ runId, state }) => (runId !== null && state === 'done' ? [readRun(db, runId)] : []));
  if (runs.length === 0) throw new ExpanseError('not-enough-data', `No run of \u201c${experiment.name}\u201d has come to its end.`, 'Wait for it, or go on with it.');
  const seeds = [...Map.groupBy(runs, ({ config }) => config.seed).values()];
  return {
    source,
    name: members[0].group === '' ? experiment.name : `${experiment.name}, ${members[0].group}`,
    kind: runs.some(({ config }) => config.split.kind === 'folds') ? 'folds' : seeds.length === 1 ? 'run' : 'seeds',
    missing: members.length - runs.length,
    seeds,
  };
}

function membersOf(db: Database, id: ExperimentId, group: string | null): readonly StoredMember[] {
  const groups = Map.groupBy(readMembers(db, id), (member) => member.group);
  const wanted = group ?? (groups.size === 1 ? [...groups.keys()][0] : null);
  const names = [...groups.keys()].map((name) => `\u201c${name}\u201d`).join(', ');
  if (wanted === null) throw new ExpanseError('invalid-input', `Experiment ${id} has ${groups.size} groups: ${names}.`, 'Say which one, as experiment:ID/GROUP.');
  const members = groups.get(wanted);
  if (members === undefined) throw new ExpanseError('not-found', `Experiment ${id} has no group \u201c${wanted}\u201d.`, `Choose one of ${names}.`);
  return members;
}
