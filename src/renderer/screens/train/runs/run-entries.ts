import type { ExperimentSummary } from '../../../../shared/domain/experiment.ts';
import type { ExperimentId } from '../../../../shared/domain/ids.ts';
import type { Annotations, RunSummary } from '../../../../shared/domain/run.ts';

export type RunFilter = 'current' | 'favourites' | 'archived';

/** A row of the list. The members of an open experiment stand under it. */
export type RunEntry =
  | { readonly kind: 'experiment'; readonly key: string; readonly experiment: ExperimentSummary; readonly isOpen: boolean }
  | { readonly kind: 'run'; readonly key: string; readonly run: RunSummary };

export interface RunListChoice {
  readonly filter: RunFilter;
  /** What is looked for: each word must stand somewhere in the name, note, tags or configuration. */
  readonly search: string;
  /** Experiments whose members are shown. */
  readonly open: ReadonlySet<ExperimentId>;
}

/**
 * The rows of the list, newest first, members of an experiment in their order. An experiment is shown where it or a member is
 * looked for; where only members are, those are shown under it, open or not.
 */
export function runEntries(runs: readonly RunSummary[], experiments: readonly ExperimentSummary[], { filter, search, open }: RunListChoice): readonly RunEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isWanted = (run: RunSummary): boolean => passes(run, filter) && matches(words, wordsOfRun(run));
  const members = Map.groupBy(runs.filter(({ experiment }) => experiment !== null), ({ experiment }) => experiment!.id);
  const known = new Set(experiments.map(({ id }) => id));
  const alone = runs.filter((run) => (run.experiment === null || !known.has(run.experiment.id)) && isWanted(run));

  const groups = experiments.flatMap((experiment): readonly Group[] => {
    const own = (members.get(experiment.id) ?? []).toSorted((a, b) => a.id - b.id);
    if (passes(experiment, filter) && matches(words, wordsOfExperiment(experiment))) {
      const isOpen = open.has(experiment.id);
      const shown = own.filter((run) => filter === 'archived' || !run.archived);
      return [{ at: experiment.createdAt, entries: [experimentEntry(experiment, isOpen), ...(isOpen ? shown.map(runEntry) : [])] }];
    }
    const found = experiment.archived && filter !== 'archived' ? [] : own.filter(isWanted);
    return found.length === 0 ? [] : [{ at: experiment.createdAt, entries: [experimentEntry(experiment, true), ...found.map(runEntry)] }];
  });
  return [...groups, ...alone.map((run) => ({ at: run.createdAt, entries: [runEntry(run)] }))].sort((a, b) => b.at - a.at).flatMap(({ entries }) => entries);
}

interface Group {
  readonly at: number;
  readonly entries: readonly RunEntry[];
}

const runEntry = (run: RunSummary): RunEntry => ({ kind: 'run', key: `run ${run.id}`, run });
const experimentEntry = (experiment: ExperimentSummary, isOpen: boolean): RunEntry => ({ kind: 'experiment', key: `experiment ${experiment.id}`, experiment, isOpen });

function passes({ archived, favourite }: Annotations, filter: RunFilter): boolean {
  if (filter === 'archived') return archived;
  return !archived && (filter === 'current' || favourite);
}

const matches = (words: readonly string[], text: string): boolean => words.every((word) => text.includes(word));

const wordsOfRun = ({ id, name, note, tags, state, backend, config }: RunSummary): string =>
  [`#${id}`, name, note, ...tags, state, backend, config.preset, config.mode, config.features, `seed ${config.seed}`].join('\n').toLowerCase();

const wordsOfExperiment = ({ id, name, note, tags, state, kind }: ExperimentSummary): string => [`#${id}`, name, note, ...tags, state, kind].join('\n').toLowerCase();
