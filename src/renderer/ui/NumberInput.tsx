import { useState } from 'react';
import { TextInput } from './TextInput.tsx';

interface NumberInputProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly 'data-testid'?: string;
}

/** A number that is taken over when it is left or Enter is pressed; text that is no number within the limits is put back. */
export function NumberInput({ value, onChange, min, max, whole = false, ...rest }: NumberInputProps) {
  const [text, setText] = useState(String(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(String(value));
  }
  const commit = () => {
    const parsed = Number(text);
    const valid = text.trim() !== '' && parsed >= min && parsed <= max && (!whole || Number.isInteger(parsed));
    if (valid && parsed !== value) onChange(parsed);
    if (!valid) setText(String(value));
  };
  return (
    <TextInput
      {...rest}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
