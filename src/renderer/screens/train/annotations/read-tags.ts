const MOST_TAGS = 50;
const LONGEST_TAG = 50;

/** 'wide, first try, wide' -> ['wide', 'first try']. */
export function readTags(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim().replace(/^#/, '').slice(0, LONGEST_TAG).trim());
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}
