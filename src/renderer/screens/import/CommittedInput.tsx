import { useState, type ComponentProps } from 'react';
import { TextInput } from '../../ui/TextInput.tsx';

interface CommittedInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly value: string;
  /** When the field is left or Enter is pressed, and only after a change. */
  readonly onCommit: (text: string) => void;
  readonly 'data-testid'?: string;
}

export function CommittedInput({ value, onCommit, ...rest }: CommittedInputProps) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const commit = () => {
    if (text !== value) onCommit(text);
  };
  return (
    <TextInput
      {...rest}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
