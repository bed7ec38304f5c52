import { useEffect, useRef, useState } from 'react';
import { TextInput } from '../../ui/TextInput.tsx';
import style from './EditableName.module.css';

interface NameFieldProps {
  readonly name: string;
  readonly label: string;
  /** null: leave it as it is. */
  readonly onLeave: (name: string | null) => void;
}

const LONGEST = 200;

/** Enter or leaving the field takes the name over, Escape does not; an empty one is none. */
export function NameField({ name, label, onLeave }: NameFieldProps) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const hasLeft = useRef(false);
  useEffect(() => field.current?.select(), []);
  const leave = (named: string | null) => {
    // The field loses the focus when it goes: that must not end it twice.
    if (hasLeft.current) return;
    hasLeft.current = true;
    onLeave(named === '' ? null : named);
  };
  return (
    <TextInput
      ref={field}
      className={style.field}
      aria-label={label}
      maxLength={LONGEST}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => leave(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave(text.trim());
        if (event.key === 'Escape') leave(null);
      }}
      data-testid="run-name-field"
    />
  );
}
