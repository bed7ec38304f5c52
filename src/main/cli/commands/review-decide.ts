import { Option, type Command } from 'commander';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ReviewScope } from '../../../shared/contract/review.ts';
import { newEditId } from '../../../shared/domain/ids.ts';
import type { Decision } from '../../../shared/domain/verdict.ts';
import type { DecisionRequest } from '../../../shared/review/carry-out.ts';
import { commandGroup } from '../command-group.ts';
import { describeBulk } from '../review/describe-review.ts';
import { findRun } from '../review/find-run.ts';
import { addReviewOptions, share, toFilter, toScope, type ReviewOptions } from '../review/review-options.ts';
import { projectCommand, type CommandContext } from '../run-command.ts';

interface ReviewDecideOptions extends ReviewOptions {
  readonly edges: 'both' | 'start' | 'end';
  readonly confidence?: number;
  readonly bulkAbove?: number;
  readonly dryRun?: boolean;
}

const DECISIONS: Readonly<Record<string, Decision>> = { accept: 'accepted', fix: 'fixed', reject: 'rejected', unsure: 'unsure' };

export function register(program: Command): void {
  const command = commandGroup(program, 'review', 'hold a run against the labels, and decide where they disagree')
    .command('decide')
    .description('decide one disagreement, or accept all predictions above a score; every decision is one step that undo takes back')
    .argument('<run>', 'its id or name')
    .argument('[entry]', 'as review list names it, such as 12:30-41')
    .argument('[decision]', 'accept, fix, reject or unsure; of a label that no prediction meets, accept removes it and reject lets it stand');
  addReviewOptions(command)
    .addOption(new Option('--edges <edges>', 'that fix takes from the prediction').choices(['both', 'start', 'end']).default('both'))
    .option('--confidence <share>', 'of a label that is made; 1 without it', share)
    .option('--bulk-above <score>', 'in place of an entry: accept all undecided predictions with at least this score', share)
    .option('--dry-run', 'with --bulk-above: only say what it would do');
  projectCommand<ReviewDecideOptions>(command, decideReview, 'refuse');
}

async function decideReview(context: CommandContext<ReviewDecideOptions>) {
  const { call, args, options } = context;
  const [word, entryId, decision] = args;
  const { bulkAbove, dryRun = false } = options;
  if ((bulkAbove === undefined) !== (entryId !== undefined && decision !== undefined)) {
    throw new ExpanseError('invalid-input', 'Either one entry and its decision, or --bulk-above with a score.', 'Give RUN ENTRY DECISION, or RUN --bulk-above SCORE; review list names the entries.');
  }
  if (bulkAbove === undefined && dryRun) throw new ExpanseError('invalid-input', '--dry-run goes with --bulk-above.', 'Leave it out; a decision on one entry can be undone.');
  const scope = toScope((await findRun(call, word)).id, options);
  return bulkAbove === undefined ? decideOne(context, scope, entryId, toRequest(decision, options)) : acceptAbove(context, scope, bulkAbove, dryRun);
}

function toRequest(word: string, { edges, confidence }: ReviewDecideOptions): DecisionRequest {
  const decision = DECISIONS[word];
  if (decision === undefined) throw new ExpanseError('invalid-input', `"${word}" is no decision.`, `Give one of ${Object.keys(DECISIONS).join(', ')}.`);
  if (decision === 'fixed') return { decision, edges, confidence };
  return decision === 'accepted' ? { decision, confidence } : { decision };
}

async function decideOne({ call }: CommandContext<ReviewDecideOptions>, scope: ReviewScope, entryId: string, request: DecisionRequest) {
  const { change, verdict } = await call('decideReview', { editId: newEditId(), scope, entryId, request });
  const { spans, removedSpans, entry } = change;
  const labels = [...(spans.length === 0 ? [] : [`${spans.length} labels made or changed`]), ...(removedSpans.length === 0 ? [] : [`${removedSpans.length} removed`])];
  return { json: { verdict, spans, removedSpans }, text: `${entryId}: ${entry.description}; ${labels.length === 0 ? 'the labels stand' : labels.join(', ')}.` };
}

async function acceptAbove({ call, options }: CommandContext<ReviewDecideOptions>, scope: ReviewScope, minScore: number, dryRun: boolean) {
  const order = { scope, filter: toFilter(options), minScore };
  const preview = await call('previewAcceptAbove', order);
  const { token, ...plan } = preview;
  if (!dryRun) await call('acceptAbove', { ...order, editId: newEditId(), token });
  return { json: { dryRun, minScore, ...plan }, text: describeBulk(preview, minScore, !dryRun) };
}
