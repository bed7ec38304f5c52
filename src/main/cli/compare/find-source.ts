import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ContenderSource } from '../../../shared/domain/comparison.ts';
import { experimentId, runId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';

/**
 * What a word of the command line means: a run's id or its name, `experiment:ID`, or `experiment:ID/GROUP`. Throws ExpanseError
 * 'not-found', or 'invalid-input' where several runs have the name.
 */
export function findSource(word: string, runs: readonly Pick<RunSummary, 'id' | 'name'>[]): ContenderSource {
  const [, experiment, group = null] = /^experiment:(\d{1,15})(?:\/(.*))?$/s.exec(word) ?? [];
  if (experiment !== undefined) return { kind: 'experiment', experimentId: experimentId(Number(experiment)), group };
  if (/^\d{1,15}$/.test(word)) return { kind: 'run', runId: runId(Number(word)) };
  const named = runs.filter(({ name }) => name === word);
  if (named.length === 1) return { kind: 'run', runId: named[0].id };
  if (named.length === 0) throw new ExpanseError('not-found', `The project has no run named \u201c${word}\u201d.`, 'Give the id of a run, its whole name, experiment:ID or experiment:ID/GROUP.');
  throw new ExpanseError('invalid-input', `${named.length} runs are named \u201c${word}\u201d.`, `Give one of their ids: ${named.map(({ id }) => id).join(', ')}.`);
}
