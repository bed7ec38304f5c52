import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { ReviewApi } from '../../../shared/contract/review.ts';
import { windowId, type EditId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { Decision, Verdict } from '../../../shared/domain/verdict.ts';
import { chooseEntries, orderEntries } from '../../../shared/review/choose-entries.ts';
import type { ReviewEntry } from '../../../shared/review/review-entry.ts';
import { commitEdit, type EditRequest } from '../../store/label-history.ts';
import { findLogged, type LoggedEdit } from '../../store/queries/edits.ts';
import { readVerdicts } from '../../store/queries/verdicts.ts';
import type { CoreContext, Service } from '../context.ts';
import { tellChange } from '../labels/tell-change.ts';
import { readAuthor } from '../read-author.ts';
import { decideEntry } from '../review/decide-entry.ts';
import { findEntries } from '../review/find-entries.ts';
import { planBulk } from '../review/plan-bulk.ts';
import { readJudgedWindows, type JudgedWindows } from '../review/read-judged-windows.ts';
import { sumReview } from '../review/sum-review.ts';
import type { Predictor } from '../training/predictor.ts';

const DESCRIPTIONS: Readonly<Record<Decision, string>> = {
  accepted: 'Accept prediction',
  fixed: 'Fix label after prediction',
  rejected: 'Reject prediction',
  unsure: 'Unsure of prediction',
};
const ON_MISSED: Readonly<Record<Decision, string>> = {
  accepted: 'Remove label that no prediction meets',
  fixed: 'Fix label that no prediction meets',
  rejected: 'Let label stand that no prediction meets',
  unsure: 'Unsure of label that no prediction meets',
};

export function makeReviewService(context: CoreContext, { predict }: Pick<Predictor, 'predict'>): Service<ReviewApi> {
  const asked = (id: EditId): EditRequest => ({ id, at: timeMs(Date.now()), author: readAuthor(context.settings) });
  return {
    listReview: async ({ scope, filter, order, offset, limit }) => {
      const db = context.database();
      const judged = await readJudgedWindows(db, scope, filter, predict);
      const { decided: _decided, ...place } = filter;
      const placed = chooseEntries(findEntries(db, judged), place);
      const chosen = orderEntries(chooseEntries(placed, filter), order);
      return {
        total: chosen.length,
        undecided: placed.filter(({ verdict }) => verdict === null).length,
        entries: chosen.slice(offset, offset + limit),
        decoding: judged.decoding,
        notPredicted: judged.notPredicted,
      };
    },
    sumReview: async ({ scope, seriesId }) => {
      const db = context.database();
      return sumReview(db, await readJudgedWindows(db, scope, seriesId === undefined ? {} : { seriesId }, predict));
    },
    decideReview: async ({ editId, scope, entryId, request }) => {
      const db = context.database();
      // An entry that was decided may be gone, and its answer is in the log.
      const judged = findLogged(db, editId) === undefined ? await readJudgedWindows(db, scope, { windowId: windowOf(entryId) }, predict) : null;
      const by = asked(editId);
      const entry = judged && requireEntry(db, judged, entryId);
      const words = entry?.predictions.length === 0 ? ON_MISSED : DESCRIPTIONS;
      const outcome = commitEdit(db, by, words[request.decision], (apply) => decideEntry(db, entry!, request, scope.runId, by).forEach(apply));
      return { change: tellChange(context, outcome), verdict: verdictsOf(outcome.line)[0] };
    },
    previewAcceptAbove: async ({ scope, ...order }) => {
      const db = context.database();
      return planBulk(db, order, await readJudgedWindows(db, scope, order.filter, predict), asked('' as EditId)).preview;
    },
    acceptAbove: async ({ editId, token, scope, ...order }) => {
      const db = context.database();
      const judged = findLogged(db, editId) === undefined ? await readJudgedWindows(db, scope, order.filter, predict) : null;
      const by = asked(editId);
      const outcome = commitEdit(db, by, `Accept all predictions above ${order.minScore}`, (apply) => {
        const { preview, edits } = planBulk(db, order, judged!, by);
        requireAsPreviewed(preview.token === token, preview.entries);
        edits.forEach(apply);
      });
      return { change: tellChange(context, outcome), verdicts: verdictsOf(outcome.line).length };
    },
    listVerdicts: ({ seriesId, runId }) => readVerdicts(context.database(), seriesId).filter((verdict) => runId === undefined || verdict.runId === runId),
  };
}

const windowOf = (entryId: string) => windowId(Number(entryId.slice(0, entryId.indexOf(':'))));

function requireEntry(db: Database, judged: JudgedWindows, entryId: string): ReviewEntry {
  const entry = findEntries(db, judged).find(({ id }) => id === entryId);
  if (entry === undefined) throw new ExpanseError('not-found', `There is no entry ${entryId} between this run and the labels.`, 'List the review again; labels may have changed, or the run is decoded in another way.');
  if (entry.types[0] !== 'agreed') return entry;
  throw new ExpanseError('invalid-input', `At ${entryId} the run and the labels agree, so there is nothing to decide.`, 'Choose an entry that disagrees.');
}

function requireAsPreviewed(isSame: boolean, entries: number): void {
  if (!isSame) throw new ExpanseError('conflict', 'Labels, verdicts or predictions changed since the preview.', 'Look at the preview again; nothing was accepted.');
  if (entries === 0) throw new ExpanseError('not-enough-data', 'No undecided prediction has so high a score.', 'Choose a lower score.');
}

const verdictsOf = ({ forward }: LoggedEdit): readonly Verdict[] => forward.flatMap((edit) => (edit.kind === 'verdict' && edit.after !== null ? [edit.after] : []));
