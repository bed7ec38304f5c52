import type { KeyClash } from '../actions/key-clashes.ts';
import { keyText } from '../actions/key-names.ts';
import { isMac } from '../ui/is-mac.ts';

/** What stands in the way of a key, and what giving it nevertheless would take from whom. */
export function clashSentences(clashes: readonly KeyClash[]): string {
  const others = new Set(clashes.map(({ other }) => other.id));
  const loses = others.size === 1 ? 'That action would lose this key.' : `These ${others.size} actions would lose these keys.`;
  return [...clashes.map(clashSentence), loses].join(' ');
}

function clashSentence({ wanted, other, otherKey, kind }: KeyClash): string {
  const [key, its] = [keyText(wanted, isMac), keyText(otherKey, isMac)];
  switch (kind) {
    case 'same':
      return `${key} is the key of “${other.title}”.`;
    case 'begins':
      return `${its}, which begins with ${key}, is the key of “${other.title}”.`;
    case 'continues':
      return `${its}, with which ${key} begins, is the key of “${other.title}”.`;
  }
}
