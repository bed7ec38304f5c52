/** How well an action's title answers a search: 0 not at all; every word has to be found, and beginnings of words count for more. */
export function matchAction(title: string, search: string): number {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.map((word) => matchWord(title.toLowerCase(), word));
  return found.includes(0) ? 0 : found.reduce((sum, each) => sum + each, 0) / Math.max(1, found.length);
}

function matchWord(title: string, word: string): number {
  if (title.startsWith(word)) return 1;
  if (title.includes(` ${word}`)) return 0.8;
  return title.includes(word) ? 0.4 : 0;
}
