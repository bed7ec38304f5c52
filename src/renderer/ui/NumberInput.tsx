import { useState } from 'react';
import { parseNumber, type NumberLimits } from './parse-number.ts';
import { TextInput } from './TextInput.tsx';

interface NumberInputProps extends NumberLimits {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly 'aria-label': string;
  readonly 'data-testid'?: string;
}

/**
 * A number that is taken over when it is left or Enter is pressed, for what is one step to undo; text that is no number within
 * the limits is put back.
 */
export function NumberInput({ value, onChange, min, max, whole = false, ...rest }: NumberInputProps) {
  const [text, setText] = useState(String(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(String(value));
  }
  const commit = () => {
    const parsed = parseNumber(text, { min, max, whole });
    if (parsed === null) setText(String(value));
    else if (parsed !== value) onChange(parsed);
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
