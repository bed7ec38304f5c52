import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ContenderSource, TrainedSource } from '../../../shared/domain/comparison.ts';
import { experimentId, runId, type ExperimentId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { quote } from '../../../shared/engine/comparison/words/numbers.ts';

type NamedRun = Pick<RunSummary, 'id' | 'name'>;

/** What a word of the command line may speak of. */
export interface KnownSources {
  readonly runs: readonly NamedRun[];
  /** Groups of an experiment that is named in a word with a plus; '' where it has but one. No entry: there is no such experiment. */
  readonly groups: ReadonlyMap<ExperimentId, readonly string[]>;
}

const EXPERIMENT = /^experiment:(\d{1,15})(?:\/(.*))?$/s;
const NEXT_STEP = 'Give the id of a run, its whole name, experiment:ID or experiment:ID/GROUP; with a plus between those that are to be judged together.';

/**
 * What a word means: a run's id or its name, `experiment:ID`, `experiment:ID/GROUP`, or two and more of these with a plus
 * between them, to be judged together. A plus parts only what is something on both sides; it may as well be in a name. Throws
 * ExpanseError 'not-found', or 'invalid-input' where it could be several.
 */
export function findSource(word: string, known: KnownSources): ContenderSource {
  if (!word.includes('+')) return findTrained(word, known.runs);
  const readings = readingsOf(word, known);
  if (readings.length === 1) return asSource(readings[0].map((part) => findTrained(part, known.runs)));
  if (readings.length > 1) {
    const told = readings.map((parts) => parts.map(quote).join(' together with '));
    throw new ExpanseError('invalid-input', `${quote(word)} can be read as ${told.join(' or as ')}.`, 'Give the ids of runs instead of their names, or experiments without the group where they have but one.');
  }
  const unknown = word.split('+').map((part) => part.trim()).find((part) => !isKnown(part, known));
  throw new ExpanseError('not-found', `${quote(word)} is nothing that can be compared: there is no ${quote(unknown ?? word)} in the project.`, NEXT_STEP);
}

/** Experiments that a word with a plus may speak of: whose groups have to be known, for they may hold a plus themselves. */
export const experimentsIn = (word: string): readonly ExperimentId[] => (word.includes('+') ? [...word.matchAll(/experiment:(\d{1,15})/g)].map(([, id]) => experimentId(Number(id))) : []);

const asSource = (parts: readonly TrainedSource[]): ContenderSource => (parts.length === 1 ? parts[0] : { kind: 'together', parts });

/** Every way to part the text at a plus into what is known; the whole counts as one. Blanks around a plus do not matter. */
function readingsOf(text: string, known: KnownSources): readonly (readonly string[])[] {
  const whole = isKnown(text.trim(), known) ? [[text.trim()]] : [];
  const cuts = [...text.matchAll(/\+/g)].map(({ index }) => index);
  const parted = cuts.flatMap((at) => {
    const head = text.slice(0, at).trim();
    return isKnown(head, known) ? readingsOf(text.slice(at + 1), known).map((rest) => [head, ...rest]) : [];
  });
  return [...whole, ...parted];
}

function isKnown(text: string, { runs, groups }: KnownSources): boolean {
  const [, experiment, group] = EXPERIMENT.exec(text) ?? [];
  if (experiment !== undefined) {
    const own = groups.get(experimentId(Number(experiment)));
    return own !== undefined && (group === undefined || own.includes(group));
  }
  return runs.some(({ id, name }) => name === text || String(id) === text);
}

function findTrained(word: string, runs: readonly NamedRun[]): TrainedSource {
  const [, experiment, group = null] = EXPERIMENT.exec(word) ?? [];
  if (experiment !== undefined) return { kind: 'experiment', experimentId: experimentId(Number(experiment)), group };
  if (/^\d{1,15}$/.test(word)) return { kind: 'run', runId: runId(Number(word)) };
  const named = runs.filter(({ name }) => name === word);
  if (named.length === 1) return { kind: 'run', runId: named[0].id };
  if (named.length === 0) throw new ExpanseError('not-found', `The project has no run named ${quote(word)}.`, 'Give the id of a run, its whole name, experiment:ID or experiment:ID/GROUP.');
  throw new ExpanseError('invalid-input', `${named.length} runs are named ${quote(word)}.`, `Give one of their ids: ${named.map(({ id }) => id).join(', ')}.`);
}
