import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTags, tagsOf, withoutTag, withTag } from '../../../src/shared/labels/tags.ts';

const tag = fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '7', '-', '_'), minLength: 1, maxLength: 4 }).filter((word) => /^[abü7]/.test(word));
const word = fc.oneof(tag, tag.map((each) => `#${each}`), tag.map((each) => `#${each.toUpperCase()}`), fc.constantFrom('#', '##', 'a#b', '#-', '£'));
const note = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

/** Word by word. */
const slowTags = (text: string): string[] =>
  text.split(/\s/).flatMap((each) => {
    let found = '';
    for (const character of each.startsWith('#') ? each.slice(1) : '') {
      if (!/[\p{L}\p{N}]/u.test(character) && (found === '' || !'-_'.includes(character))) break;
      found += character;
    }
    return found === '' ? [] : [found.toLowerCase()];
  });

describe('tags', () => {
  it('are the words of a note that begin with #', () => {
    expect(tagsOf('before the #News, #fake-out (a#b) #news ##x #')).toEqual(['news', 'fake-out']);
    fc.assert(fc.property(note, (text) => void expect(tagsOf(text)).toEqual([...new Set(slowTags(text))])));
  });

  it('are added once, and taken away wherever they stand, and nothing else is', () => {
    expect(withTag('late  ', 'news')).toBe('late #news');
    expect(withoutTag('#news late #NEWS ok #newsy', 'news')).toBe('late ok #newsy');
    fc.assert(
      fc.property(note, tag, (text, added) => {
        const tags = tagsOf(text);
        const more = withTag(text, added);
        expect(tagsOf(more)).toEqual(tags.includes(added) ? tags : [...tags, added]);
        expect(withTag(more, added)).toBe(more);
        const less = withoutTag(more, added);
        expect(tagsOf(less)).toEqual(tags.filter((each) => each !== added));
        expect(less.split(/\s+/).filter((each) => !tagsOf(each).includes(added))).toEqual(less.split(/\s+/));
      }),
    );
  });

  it('are counted by notes, the most used first', () => {
    expect(countTags(['#a #b #a', '#b', 'c'])).toEqual([{ tag: 'b', count: 2 }, { tag: 'a', count: 1 }]);
  });
});
