import type { LabelCommand, SpanCounts, SpanScope } from '../../../../shared/contract/labels.ts';
import { SPAN_TYPES, type SpanType } from '../../../../shared/domain/span.ts';
import { formatQuantity } from '../../../ui/format/number.ts';

export type BulkKind = 'delete-spans' | 'set-type';
/** As the selects of the dialog hold types, which have no null. */
export type TypeChoice = SpanType | 'none';
export const TYPE_CHOICES: readonly TypeChoice[] = ['none', ...SPAN_TYPES];

/** What is chosen in the dialog. */
export interface BulkChoice {
  readonly kind: BulkKind;
  readonly scope: Omit<SpanScope, 'ofType'>;
  readonly which: TypeChoice | 'any';
  /** The new type. */
  readonly type: TypeChoice;
}

const typeOf = (choice: TypeChoice): SpanType | null => (choice === 'none' ? null : choice);

export function toBulkCommand({ kind, scope, which, type }: BulkChoice): LabelCommand {
  const meant: SpanScope = which === 'any' ? scope : { ...scope, ofType: typeOf(which) };
  return kind === 'delete-spans' ? { kind, scope: meant } : { kind, scope: meant, type: typeOf(type) };
}

/** How many spans it would change: a type that a span has already is none. */
export function countMeant({ kind, which, type }: BulkChoice, counts: SpanCounts): number {
  const changed = TYPE_CHOICES.filter((each) => (which === 'any' || each === which) && (kind === 'delete-spans' || each !== type));
  return changed.reduce((sum, each) => sum + counts[each], 0);
}

/** What will happen, before it does. `place`: 'window 12' or 'EURUSD 1m'. */
export function foretell({ kind, scope, type }: BulkChoice, count: number, place: string): string {
  if (count === 0) return `Nothing would change: ${place} has no such span. Choose ${scope.windowId === null ? '' : 'the whole series, or '}another type.`;
  const spans = `${formatQuantity(count, 'span')} of ${place}${scope.windowId === null ? ', those of its windows included,' : ''}`;
  const step = 'It is one step: undo takes it back as a whole, also later.';
  if (kind === 'set-type') return `${spans} ${count === 1 ? 'gets' : 'get'} ${type === 'none' ? 'no type' : `the type ${type}`}. ${step}`;
  const negatives = 'Windows stay as reviewed as they are, so the bars of these spans then count as no expansion there.';
  return `${spans} ${count === 1 ? 'is' : 'are'} deleted. ${negatives} ${step}`;
}
