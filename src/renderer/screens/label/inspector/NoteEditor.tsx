import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Span } from '../../../../shared/domain/span.ts';
import { tagsOf, withoutTag, withTag } from '../../../../shared/labels/tags.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { Button } from '../../../ui/Button.tsx';
import { Group } from '../../../ui/Group.tsx';
import { focusKeyboardHome, goHomeAfterMouse } from '../../../ui/keyboard-home.ts';
import { TextArea } from '../../../ui/TextInput.tsx';
import { useKeyText } from '../../../ui/use-key-text.ts';
import type { SpanEditing } from '../editing/use-span-editing.ts';
import style from './Inspector.module.css';

/** As many as fit two rows. */
const OFFERED_TAGS = 8;
const TAGS_FRESH_MS = 30_000;

interface NoteEditorProps {
  readonly span: Span;
  readonly editing: SpanEditing;
}

/** The note of a span; words with # are its tags, and those that are used already are offered. */
export function NoteEditor({ span, editing }: NoteEditorProps) {
  const [text, setText] = useState(span.note);
  const [stored, setStored] = useState(span.note);
  const keyOfNote = useKeyText('span.note');
  // What an undo or a tag made of it; what is being written goes on.
  if (span.note !== stored) {
    setStored(span.note);
    if (text === stored) setText(span.note);
  }
  const store = (note: string) => {
    setText(note);
    if (note !== span.note) editing.patch(span, { note });
  };
  return (
    <div>
      <TextArea
        aria-label="Note"
        placeholder={`Note${keyOfNote === '' ? '' : ` (${keyOfNote})`}; words with # are tags`}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => store(text)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return;
          event.preventDefault();
          event.stopPropagation();
          focusKeyboardHome();
        }}
        data-testid="span-note"
      />
      <Tags note={text} onChange={store} />
    </div>
  );
}

function Tags({ note, onChange }: { readonly note: string; readonly onChange: (note: string) => void }) {
  const own = tagsOf(note);
  const used = useUsedTags();
  const offered = [...own, ...used.filter((tag) => !own.includes(tag))].slice(0, Math.max(OFFERED_TAGS, own.length));
  if (offered.length === 0) return null;
  return (
    <Group label="Tags" className={style.tags}>
      {offered.map((tag) => (
        <Button
          key={tag}
          aria-pressed={own.includes(tag)}
          onClick={(event) => {
            goHomeAfterMouse(event);
            onChange(own.includes(tag) ? withoutTag(note, tag) : withTag(note, tag));
          }}
          data-testid="tag"
        >
          #{tag}
        </Button>
      ))}
    </Group>
  );
}

/** Of the whole project, the most used first. Read when a span is opened, not with every edit. */
function useUsedTags(): readonly string[] {
  const core = useCore();
  const { data = [] } = useQuery({ queryKey: queryKeys.tags, queryFn: () => core.call('readTags', {}), staleTime: TAGS_FRESH_MS });
  return data.map(({ tag }) => tag);
}
