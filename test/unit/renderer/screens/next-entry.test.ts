import { describe, expect, it } from 'vitest';
import { afterDeciding, indexNow, neighbourIndex } from '../../../../src/renderer/screens/label/review/next-entry.ts';
import type { ReviewEntry } from '../../../../src/shared/review/review-entry.ts';
import type { Decision } from '../../../../src/shared/domain/verdict.ts';

const entry = (id: string, decision: Decision | null = null) => ({ id, verdict: decision && { decision } }) as ReviewEntry;
const list = [entry('a'), entry('b', 'accepted'), entry('c'), entry('d', 'unsure'), entry('e')];
const at = (currentId: string | null, place = 0) => ({ currentId, place });

describe('the way through a list of disagreements', () => {
  it('passes over what was decided a moment ago, unless all are listed', () => {
    expect(neighbourIndex(list, at('a'), 'next', 'undecided')).toBe(2);
    expect(neighbourIndex(list, at('e'), 'previous', 'undecided')).toBe(2);
    expect(neighbourIndex(list, at('a'), 'next', 'all')).toBe(1);
    expect(neighbourIndex(list, at('a'), 'next', 'unsure')).toBe(3);
    expect(neighbourIndex(list, at('e'), 'next', 'undecided')).toBe(-1);
  });

  it('begins at the first, and goes on from where an entry was that has left', () => {
    expect(neighbourIndex(list, at(null), 'next', 'undecided')).toBe(0);
    expect(neighbourIndex(list, at(null), 'previous', 'undecided')).toBe(-1);
    expect(indexNow(list, at('c'))).toBe(2);
    expect(neighbourIndex(list, at('gone', 2), 'next', 'undecided')).toBe(2);
    expect(neighbourIndex(list, at('gone', 2), 'previous', 'undecided')).toBe(0);
    expect(neighbourIndex(list, at('gone', 9), 'next', 'undecided')).toBe(-1);
    expect(neighbourIndex(list, at('gone', 9), 'previous', 'undecided')).toBe(4);
  });

  it('comes back to what was passed over once the end is reached, and ends where all is decided', () => {
    expect(afterDeciding(list, at('c', 2), 'undecided')).toBe(4);
    expect(afterDeciding(list, at('e', 4), 'undecided')).toBe(0);
    expect(afterDeciding([entry('b', 'accepted'), entry('e')], at('e', 1), 'undecided')).toBe(-1);
    expect(afterDeciding([entry('b', 'accepted'), entry('e')], at('e', 1), 'all')).toBe(-1);
    expect(afterDeciding([entry('d', 'unsure'), entry('f', 'unsure')], at('f', 1), 'unsure')).toBe(0);
  });
});
