import type { LabelChange } from '../../../shared/contract/labels.ts';
import type { Outcome } from '../../store/label-history.ts';
import type { CoreContext } from '../context.ts';
import { toLabelChange } from './to-label-change.ts';

/** Tells all clients what an edit changed, and answers it. */
export function tellChange(context: Pick<CoreContext, 'database' | 'emit'>, { line, repeated }: Outcome): LabelChange {
  const change = toLabelChange(context.database(), line);
  // A repeated request is answered with what was, which may be long past for everybody else.
  if (repeated) return change;
  context.emit({ kind: 'labels-changed', change });
  const judged = line.forward.flatMap((edit) => (edit.kind === 'verdict' ? [(edit.after ?? edit.before)!.windowId] : []));
  if (judged.length > 0) context.emit({ kind: 'verdicts-changed', windowIds: [...new Set(judged)] });
  return change;
}
