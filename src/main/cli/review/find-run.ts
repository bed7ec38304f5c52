import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { CommandContext } from '../run-command.ts';

/** The run of this id or name. Throws ExpanseError 'not-found', or 'invalid-input' where several have the name. */
export async function findRun(call: CommandContext<object>['call'], word: string): Promise<RunSummary> {
  const runs = await call('listRuns', {});
  const found = runs.filter(({ id, name }) => String(id) === word || name === word);
  if (found.length === 1) return found[0];
  if (found.length > 1) throw new ExpanseError('invalid-input', `${found.length} runs answer to "${word}".`, `Give one of their ids: ${found.map(({ id }) => id).join(', ')}.`);
  const known = runs.slice(0, 10).map(({ id, name }) => `${id} (${name})`);
  throw new ExpanseError('not-found', `The project has no run "${word}".`, known.length === 0 ? 'Train one first.' : `The newest are ${known.join(', ')}.`);
}
