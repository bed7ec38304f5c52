const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left arrow',
  ArrowRight: 'Right arrow',
  ArrowUp: 'Up arrow',
  ArrowDown: 'Down arrow',
  PageUp: 'Page up',
  PageDown: 'Page down',
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '+',
  Minus: 'Minus',
  '-': 'Minus',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num -',
  Escape: 'Esc',
  Delete: 'Del',
  Control: 'Ctrl',
  ContextMenu: 'Menu',
};

/** 'Ctrl+Z' of '$mod+z', as cells to draw: one per press of a sequence, each a list of keys held together, named in words that all fonts have. */
export function keyNames(key: string, isMac: boolean): readonly (readonly string[])[] {
  return key.split(' ').map((press) => press.split(/(?<=[\w\]])\+/).flatMap((part) => nameOf(part, isMac)));
}

function nameOf(part: string, isMac: boolean): readonly string[] {
  if (part === '[Shift]') return [];
  if (part === '$mod') return [isMac ? 'Command' : 'Ctrl'];
  if (part === 'Alt' && isMac) return ['Option'];
  const plain = part.replace(/^(Key|Digit)(?=.$)/, '');
  return [NAMES[plain] ?? (plain.length === 1 ? plain.toUpperCase() : plain)];
}

/** In one line: 'Ctrl+Z', 'G then P'. */
export function keyText(key: string, isMac: boolean): string {
  return keyNames(key, isMac)
    .map((names) => names.join('+'))
    .join(' then ');
}
