/** Modifiers of tinykeys' notation; `$mod` is Ctrl, on a Mac Command. */
const MODIFIERS = ['$mod', 'Control', 'Meta', 'Alt', 'Shift'] as const;

/** One press of a binding: a key, what must be held with it, and what may be. */
interface KeyPress {
  readonly key: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

// Places of keys and the signs that most keyboards have there: 'BracketLeft' and '[' are one key.
const SIGN_AT: Readonly<Record<string, string>> = {
  space: ' ',
  bracketleft: '[',
  bracketright: ']',
  equal: '+',
  '=': '+',
  minus: '-',
  comma: ',',
  period: '.',
  slash: '/',
  semicolon: ';',
  quote: "'",
  backquote: '`',
  backslash: '\\',
  numpadadd: '+',
  numpadsubtract: '-',
  numpadmultiply: '*',
  numpaddivide: '/',
  numpaddecimal: '.',
  numpadenter: 'enter',
};

/** The presses of a binding, one after the other: two of 'g p'. */
export function pressesOf(binding: string): readonly string[] {
  return binding.split(' ');
}

/** Whether some press of a keyboard is both. */
export function isSamePress(first: string, second: string): boolean {
  const [a, b] = [parsePress(first), parsePress(second)];
  return a.key === b.key && a.required.every((held) => mayBeHeld(held, b)) && b.required.every((held) => mayBeHeld(held, a));
}

/** A key that is one of the ways about the window, and must stay so for all who work without a mouse. */
export function isReservedKey(binding: string): boolean {
  return pressesOf(binding).some((press) => ['escape', 'tab', 'f6'].includes(parsePress(press).key));
}

/** Whether it is written as bindings are, in one press or two. */
export function isBinding(text: string): boolean {
  const presses = pressesOf(text);
  return presses.length <= 2 && presses.every(isPress);
}

function isPress(press: string): boolean {
  const { key, required, optional } = parsePress(press);
  return key !== '' && !/^\(.+\)$/.test(key) && [...required, ...optional].every((held) => (MODIFIERS as readonly string[]).includes(held));
}

function parsePress(press: string): KeyPress {
  const parts = press.split(/(?<=[\w\]])\+/);
  const held = parts.slice(0, -1);
  return {
    key: canonical(parts[parts.length - 1]),
    required: held.filter((part) => !part.startsWith('[')),
    optional: held.filter((part) => part.startsWith('[')).map((part) => part.slice(1, -1)),
  };
}

function canonical(key: string): string {
  const plain = key.toLowerCase().replace(/^(?:key([a-z])|(?:digit|numpad)(\d))$/, '$1$2');
  return SIGN_AT[plain] ?? plain;
}

function mayBeHeld(modifier: string, { required, optional }: KeyPress): boolean {
  return required.includes(modifier) || optional.includes(modifier);
}
