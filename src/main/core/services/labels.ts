import type { LabelChange, LabelsApi } from '../../../shared/contract/labels.ts';
import type { EditId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { commitEdit, commitGoTo, commitRedo, commitUndo, type EditRequest, type Outcome } from '../../store/label-history.ts';
import { lastSequence, readLogged, readTops } from '../../store/queries/edits.ts';
import { readSpansAsOf, readWindowAsOf } from '../../store/labels-as-of.ts';
import { countSpansByType, readSpansTouching, readTaggedNotes } from '../../store/queries/spans.ts';
import { countTags } from '../../../shared/labels/tags.ts';
import type { CoreContext, Service } from '../context.ts';
import { describeCommand } from '../labels/describe-command.ts';
import { describeLine } from '../labels/describe-line.ts';
import { readHistoryPage } from '../labels/read-history-page.ts';
import { resolveCommand, singleCommands } from '../labels/resolve-command.ts';
import { tellChange } from '../labels/tell-change.ts';
import { readAuthor } from '../read-author.ts';

export function makeLabelsService(context: CoreContext): Service<LabelsApi> {
  const request = (id: EditId): EditRequest => ({ id, at: timeMs(Date.now()), author: readAuthor(context.settings) });
  const tell = (outcome: Outcome): LabelChange => tellChange(context, outcome);
  const descriptionOf = (sequence: number | null): string | null =>
    sequence === null ? null : describeLine(context.database(), readLogged(context.database(), sequence));
  return {
    editLabels: ({ editId, command }) => {
      const db = context.database();
      const asked = request(editId);
      const outcome = commitEdit(db, asked, describeCommand(db, command), (apply) => {
        for (const single of singleCommands(db, command)) apply(resolveCommand(db, single, asked));
      });
      return tell(outcome);
    },
    undo: ({ editId }) => {
      const outcome = commitUndo(context.database(), request(editId));
      return outcome === null ? null : tell(outcome);
    },
    redo: ({ editId }) => {
      const outcome = commitRedo(context.database(), request(editId));
      return outcome === null ? null : tell(outcome);
    },
    readSpans: ({ seriesId, from, to }) => readSpansTouching(context.database(), seriesId, from, to),
    goToEdit: ({ editId, sequence }) => {
      const outcomes = commitGoTo(context.database(), request(editId), sequence);
      const last = outcomes.at(-1);
      // All that the steps did, told as one change.
      return last === undefined ? null : tell({ ...last, line: { ...last.line, forward: outcomes.flatMap(({ line }) => line.forward) } });
    },
    readHistory: (wanted) => readHistoryPage(context.database(), wanted),
    readWindowAsOf: ({ windowId, sequence }) => readWindowAsOf(context.database(), windowId, sequence),
    readSpansAsOf: ({ seriesId, from, to, sequence }) => readSpansAsOf(context.database(), seriesId, from, to, sequence),
    countSpans: (scope) => countSpansByType(context.database(), scope),
    readTags: () => countTags(readTaggedNotes(context.database())),
    readUndoState: () => {
      const db = context.database();
      const { undoTop, redoTop } = readTops(db, lastSequence(db));
      return { canUndo: undoTop !== null, canRedo: redoTop !== null, undo: descriptionOf(undoTop), redo: descriptionOf(redoTop) };
    },
  };
}
