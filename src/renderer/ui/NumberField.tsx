import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { Field } from './Field.tsx';
import { describeLimits, parseNumber, type NumberLimits } from './parse-number.ts';
import { TextInput } from './TextInput.tsx';

interface NumberFieldProps extends NumberLimits {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** true when what stands in the field becomes no number within the limits, false when that is over; each follows the other. */
  readonly onWrong: (isWrong: boolean) => void;
  readonly 'data-testid'?: string;
}

/**
 * A number that is taken over with every character, so that what stands in the field is what counts. Anything else stays
 * there to be corrected, and once it is left or Enter is pressed, is called wrong: until then it may be half of a number.
 */
export function NumberField({ label, hint, value, onChange, onWrong, 'data-testid': testId, ...limits }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  const [shown, setShown] = useState(value);
  const [isFinished, setFinished] = useState(true);
  if (shown !== value) {
    setShown(value);
    if (Number(text) !== value) setText(String(value));
  }
  const isWrong = parseNumber(text, limits) === null;
  useWhileWrong(isWrong, onWrong);

  const type = (typed: string) => {
    setText(typed);
    setFinished(false);
    const parsed = parseNumber(typed, limits);
    if (parsed !== null && parsed !== value) onChange(parsed);
  };
  const finish = () => {
    setFinished(true);
    if (!isWrong) setText(String(value));
  };
  return (
    <Field label={label} hint={hint} problem={isWrong && isFinished ? describeLimits(limits) : null}>
      {(id) => (
        <TextInput
          id={id}
          inputMode={limits.whole === true ? 'numeric' : 'decimal'}
          aria-invalid={isWrong && isFinished}
          data-wrong={isWrong}
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => event.key === 'Enter' && finish()}
          data-testid={testId}
        />
      )}
    </Field>
  );
}

/** A field that goes away takes its wrong number with it. Told before the next key comes, which may be the one that starts it all. */
function useWhileWrong(isWrong: boolean, onWrong: (isWrong: boolean) => void): void {
  const tell = useEffectEvent(onWrong);
  useLayoutEffect(() => {
    if (!isWrong) return;
    tell(true);
    return () => tell(false);
  }, [isWrong]);
}
