import { useMutation } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Star } from 'lucide-react';
import { useState } from 'react';
import type { Annotations } from '../../../../shared/domain/run.ts';
import { useActions } from '../../../actions/actions-context.tsx';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { TextInput } from '../../../ui/TextInput.tsx';
import style from './AnnotationFields.module.css';
import { readTags } from './read-tags.ts';

interface AnnotationFieldsProps {
  readonly annotations: Annotations;
  readonly annotate: (changes: Partial<Annotations>) => Promise<unknown>;
}

const LONGEST_NOTE = 10_000;

/** Star, archive, tags and note; what is written is kept when its field is left or Enter is pressed. */
export function AnnotationFields({ annotations, annotate }: AnnotationFieldsProps) {
  const { favourite, archived, tags, note } = annotations;
  const changing = useMutation({ mutationFn: annotate });
  useActions({
    'train.favourite': () => changing.mutate({ favourite: !favourite }),
    'train.archive': () => changing.mutate({ archived: !archived }),
  });
  const ArchiveIcon = archived ? ArchiveRestore : Archive;
  return (
    <div className={style.line}>
      <ActionButton action="train.favourite" look="quiet" size="icon" aria-pressed={favourite}>
        <Star size={15} className={classNames(favourite && style.on)} aria-hidden />
      </ActionButton>
      <ActionButton action="train.archive" look="quiet" size="icon" aria-pressed={archived}>
        <ArchiveIcon size={15} aria-hidden />
      </ActionButton>
      <LeftField label="Tags" placeholder="Tags, comma between" value={tags.join(', ')} onLeave={(text) => changing.mutate({ tags: readTags(text) })} className={style.tags} />
      <LeftField label="Note" placeholder="Note" value={note} onLeave={(text) => changing.mutate({ note: text })} maxLength={LONGEST_NOTE} className={style.note} />
    </div>
  );
}

interface LeftFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onLeave: (text: string) => void;
  readonly className: string | undefined;
  readonly maxLength?: number;
}

function LeftField({ label, value, onLeave, ...rest }: LeftFieldProps) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const leave = () => text.trim() !== value && onLeave(text.trim());
  return (
    <TextInput
      {...rest}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        if (event.key === 'Escape') setText(value);
      }}
      data-testid={`annotation-${label.toLowerCase()}`}
    />
  );
}
