import type { Span } from '../../domain/span.ts';
import type { Segment } from './match-spans.ts';

/** A label in a window: first and last bar, counted from the window's first. */
export interface LabelledSpan extends Segment, Pick<Span, 'type'> {}

/** The span of a window that holds exactly one, which is all that the heads of a whole window can describe; else null. */
export const onlySpan = (spans: readonly LabelledSpan[]): LabelledSpan | null => (spans.length === 1 ? spans[0] : null);
