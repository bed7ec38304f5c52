/** A word after a # that stands at the beginning or after a blank; letters and digits of any script, `-` and `_` within. */
const TAG = /(?<=^|\s)#([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu;

/** The tags of a note, in small letters, each once, in the order in which they stand. */
export function tagsOf(note: string): readonly string[] {
  return [...new Set([...note.matchAll(TAG)].map(([, word]) => word.toLowerCase()))];
}

/** The note with the tag at its end, or as it is where it has it. */
export function withTag(note: string, tag: string): string {
  return tagsOf(note).includes(tag) ? note : [note.trimEnd(), `#${tag}`].filter((part) => part !== '').join(' ');
}

/** The note without the tag, wherever it stands in it, and without the blanks before it. */
export function withoutTag(note: string, tag: string): string {
  return note.replace(/(^|\s+)#([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu, (whole, _blanks, word: string) => (word.toLowerCase() === tag ? '' : whole)).trimStart();
}

/** How many notes have each tag: the most used first, and by name. */
export function countTags(notes: Iterable<string>): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const note of notes) for (const tag of tagsOf(note)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
