import type { ActionId } from '../../../../actions/action-definitions.ts';
import { useActionBoard } from '../../../../actions/actions-context.tsx';
import { CONFIDENCE_STEPS, type Direction, type Span, type SpanType } from '../../../../../shared/domain/span.ts';
import { confidenceStep, confidenceText } from '../../../../labels/confidence.ts';
import { MenuChoices, MenuItem, MenuSection } from '../../../../ui/PointMenu.tsx';
import type { SpanEditing } from '../../editing/use-span-editing.ts';

interface SpanItemsProps {
  readonly span: Span;
  /** It is changed in its window alone. */
  readonly isElsewhere: boolean;
  readonly editing: SpanEditing;
}

const CONFIDENCES = CONFIDENCE_STEPS.map((value, index) => ({ value: index + 1, name: confidenceText(value), action: `span.confidence-${index + 1}` as ActionId }));

const TYPES: readonly { readonly value: SpanType | null; readonly name: string }[] = [
  { value: null, name: 'None' },
  { value: 'consolidation', name: 'Consolidation' },
  { value: 'retracement', name: 'Retracement' },
];

const DIRECTIONS: readonly { readonly value: Direction | null; readonly name: string }[] = [
  { value: null, name: 'As the bars' },
  { value: 'up', name: 'Up' },
  { value: 'down', name: 'Down' },
];

/** Of the label, which is selected. */
export function SpanItems({ span, isElsewhere, editing }: SpanItemsProps) {
  const board = useActionBoard();
  const item = (action: ActionId, text: string) => (
    <MenuItem action={action} onChoose={() => board.run(action)}>
      {text}
    </MenuItem>
  );
  return (
    <MenuSection title="The span">
      {isElsewhere && item('window.of-span', 'Open its window')}
      {!isElsewhere && (
        <>
          <MenuChoices title="Confidence" value={confidenceStep(span.confidence)} choices={CONFIDENCES} onChoose={(step) => editing.setConfidence(span, CONFIDENCE_STEPS[step - 1])} />
          <MenuChoices title="State before it" action="span.type" value={span.type} choices={TYPES} onChoose={(type) => editing.patch(span, { type })} />
          <MenuChoices title="Direction" action="span.direction" value={span.direction} choices={DIRECTIONS} onChoose={(direction) => editing.patch(span, { direction })} />
          {item('span.details', 'Details')}
          {item('span.note', 'Write a note')}
          {item('span.delete', 'Delete')}
        </>
      )}
    </MenuSection>
  );
}
