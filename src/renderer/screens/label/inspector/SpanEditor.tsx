import { Trash2 } from 'lucide-react';
import type { ActionId } from '../../../actions/action-definitions.ts';
import { CONFIDENCE_STEPS, type Direction, type Span, type SpanType } from '../../../../shared/domain/span.ts';
import { confidenceStep } from '../../../labels/confidence.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Group } from '../../../ui/Group.tsx';
import { goHomeAfterMouse } from '../../../ui/keyboard-home.ts';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import type { SpanEditing } from '../editing/use-span-editing.ts';
import type { Scene } from '../scene/use-scene.ts';
import { AdvanceSwitch } from './AdvanceSwitch.tsx';
import { EdgeEditor } from './EdgeEditor.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import style from './Inspector.module.css';

interface SpanEditorProps {
  readonly span: Span;
  readonly scene: Scene;
  readonly editing: SpanEditing;
}

/** Everything that is said of the selected span. */
export function SpanEditor({ span, scene, editing }: SpanEditorProps) {
  return (
    <section className={style.editor} aria-label="The selected span" data-testid="span-editor">
      {span.windowId === null && scene.window !== null && (
        <p className={style.hint}>Marked on the free chart: it describes every window that holds it, and changes in all of them.</p>
      )}
      <Confidence span={span} editing={editing} />
      <EdgeEditor edge="start" span={span} scene={scene} editing={editing} />
      <EdgeEditor edge="end" span={span} scene={scene} editing={editing} />
      <Segments<SpanType>
        caption="State before it"
        value={span.type}
        choices={[
          { value: null, name: 'None' },
          { value: 'consolidation', name: 'Consolidation' },
          { value: 'retracement', name: 'Retracement' },
        ]}
        onChange={(type) => editing.patch(span, { type })}
      />
      <Segments<Direction>
        caption="Direction"
        value={span.direction}
        choices={[
          { value: null, name: 'As the bars' },
          { value: 'up', name: 'Up' },
          { value: 'down', name: 'Down' },
        ]}
        onChange={(direction) => editing.patch(span, { direction })}
      />
      <NoteEditor span={span} editing={editing} />
      <div className={style.bottom}>
        <output className={style.saving}>{scene.saving.has(span.id) ? 'saving…' : ''}</output>
        <ActionButton action="span.delete" look="danger">
          <Trash2 size={14} aria-hidden /> Delete
        </ActionButton>
      </div>
    </section>
  );
}

function Confidence({ span, editing }: { readonly span: Span; readonly editing: SpanEditing }) {
  const nearest = confidenceStep(span.confidence);
  return (
    <div>
      <span className={style.caption}>Confidence</span>
      <Group label="Confidence" className={style.steps}>
        {CONFIDENCE_STEPS.map((value, index) => (
          <ActionButton key={value} action={`span.confidence-${index + 1}` as ActionId} aria-pressed={nearest === index + 1}>
            {index + 1}
          </ActionButton>
        ))}
        <NumberInput
          aria-label="Confidence, above 0 up to 1"
          value={Number(span.confidence.toFixed(3))}
          min={0.01}
          max={1}
          onChange={(value) => editing.setConfidence(span, value)}
          data-testid="confidence-number"
        />
      </Group>
      <Slider label="Confidence" value={span.confidence} min={0.01} max={1} step={0.01} onChange={(value) => editing.setConfidence(span, value, { mayGrow: true })} data-testid="confidence-slider" />
      <AdvanceSwitch />
    </div>
  );
}

interface SegmentsProps<Value extends string> {
  readonly caption: string;
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value | null; readonly name: string }[];
  readonly onChange: (value: Value | null) => void;
}

function Segments<Value extends string>({ caption, value, choices, onChange }: SegmentsProps<Value>) {
  return (
    <div>
      <span className={style.caption}>{caption}</span>
      <Group label={caption} className={style.segments}>
        {choices.map((choice) => (
          <Button
            key={choice.name}
            aria-pressed={choice.value === value}
            onClick={(event) => {
              goHomeAfterMouse(event);
              if (choice.value !== value) onChange(choice.value);
            }}
          >
            {choice.name}
          </Button>
        ))}
      </Group>
    </div>
  );
}
