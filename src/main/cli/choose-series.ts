import { ExpanseError } from '../../shared/contract/errors.ts';
import type { Series } from '../../shared/domain/series.ts';
import { formatTimeframe } from '../../shared/domain/timeframe.ts';
import type { CommandContext } from './run-command.ts';

/** The series of this id, or the only one of the project. Throws 'not-found', or 'invalid-input' where there is a choice. */
export async function chooseSeries(call: CommandContext<object>['call'], id: number | undefined): Promise<Series> {
  const all = await call('listSeries', {});
  if (all.length === 0) throw new ExpanseError('not-found', 'The project holds no series.', 'Import bars first.');
  if (id === undefined && all.length === 1) return all[0];
  const names = all.map(describeSeries).join(', ');
  if (id === undefined) throw new ExpanseError('invalid-input', 'The project holds several series.', `Name one with --series: ${names}.`);
  const chosen = all.find((series) => series.id === id);
  if (chosen !== undefined) return chosen;
  throw new ExpanseError('not-found', `The project holds no series ${id}.`, `Name one of ${names}.`);
}

const describeSeries = ({ id, symbol, timeframeMs, origin }: Series): string =>
  `${id} (${symbol} ${formatTimeframe(timeframeMs)}${origin === '' ? '' : ` of ${origin}`})`;
