import { Option, type Command } from 'commander';
import type { ReviewOrder, DecisionState } from '../../../shared/review/choose-entries.ts';
import { commandGroup } from '../command-group.ts';
import { describePage, describeSums } from '../review/describe-review.ts';
import { findRun } from '../review/find-run.ts';
import { addReviewOptions, toFilter, toScope, type ReviewOptions } from '../review/review-options.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';
import { wholeNumber } from '../whole-number.ts';

interface ReviewListOptions extends ReviewOptions {
  readonly decided: DecisionState | 'all';
  readonly order: ReviewOrder;
  readonly limit: number;
  readonly offset: number;
}

export function register(program: Command): void {
  const command = commandGroup(program, 'review', 'hold a run against the labels, and decide where they disagree')
    .command('list')
    .description('every disagreement between a run and the labels, the surest first, with what was decided, and the sums')
    .argument('<run>', 'its id or name');
  addReviewOptions(command)
    .addOption(new Option('--decided <state>', 'only such').choices(['undecided', 'unsure', 'decided', 'all']).default('undecided'))
    .addOption(new Option('--order <order>', 'of the list').choices(['surest', 'time']).default('surest'))
    .option('--offset <count>', 'so many are left out at the beginning', wholeNumber, 0)
    .option('--limit <count>', 'at most so many, up to 1000', wholeNumber, 100);
  projectCommand<ReviewListOptions>(command, listReview, 'refuse');
}

async function listReview({ call, args, options }: CommandContext<ReviewListOptions>) {
  const run = await findRun(call, args[0]);
  const scope = toScope(run.id, options);
  const { decided, order, offset, limit } = options;
  const filter = { ...toFilter(options), decided: decided === 'all' ? undefined : [decided] };
  const page = await call('listReview', { scope, filter, order, offset, limit });
  const sums = await call('sumReview', { scope, seriesId: filter.seriesId });
  const text = [...describeSums(`Run ${run.id} (${run.name})`, sums.run), ...describePage(page, offset, await call('listSeries', {}))];
  return { json: { runId: run.id, ...page, sums }, text: text.join('\n') };
}
