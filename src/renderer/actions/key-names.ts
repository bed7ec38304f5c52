const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '+',
  Minus: '−',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num −',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
};

/** 'Ctrl+Z' of '$mod+z', as cells to draw: one per press of a sequence, each a list of keys held together. */
export function keyNames(key: string, isMac: boolean): readonly (readonly string[])[] {
  return key.split(' ').map((press) => press.split('+').flatMap((part) => nameOf(part, isMac)));
}

function nameOf(part: string, isMac: boolean): readonly string[] {
  if (part === '[Shift]') return [];
  if (part === '$mod') return [isMac ? '⌘' : 'Ctrl'];
  return [NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)];
}

/** In one line: 'Ctrl+Z', 'G then P'. */
export function keyText(key: string, isMac: boolean): string {
  return keyNames(key, isMac)
    .map((names) => names.join('+'))
    .join(' then ');
}
