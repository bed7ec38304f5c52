import { describe, expect, it } from 'vitest';
import { confuseWindows, isRight } from '../../../../src/shared/engine/comparison/window-confusion.ts';
import { findDifferences } from '../../../../src/shared/engine/comparison/config-differences.ts';
import { higherIsBetter } from '../../../../src/shared/engine/comparison/higher-is-better.ts';
import { makeJudgedPart } from '../evaluation/judged-fixtures.ts';
import { asReplica } from './contender-fixtures.ts';

const label = (start: number, end: number) => ({ start, end, type: 'consolidation' as const });
const told = (start: number, end: number, score = 0.5) => ({ start, end, score });

describe('a window is right', () => {
  it.each([
    ['nothing labelled, nothing told', [], [], true],
    ['nothing labelled, one told', [told(3, 5)], [], false],
    ['one labelled, nothing told', [], [label(3, 5)], false],
    ['half of the bars that either holds', [told(0, 9)], [label(0, 4)], true],
    ['less than half of them', [told(0, 10)], [label(0, 4)], false],
    ['one label told in two pieces', [told(0, 5), told(7, 9)], [label(0, 9)], false],
    ['two labels told as one', [told(0, 9)], [label(0, 5), label(7, 9)], false],
    ['each by its own', [told(0, 4), told(10, 14)], [label(1, 4), label(10, 15)], true],
    ['two told of one label, none of the other', [told(0, 4), told(0, 5)], [label(0, 5), label(20, 25)], false],
  ])('%s: %#', (_, decoded, labelled, right) => {
    expect(isRight(decoded, labelled)).toBe(right);
  });
});

describe('confusion', () => {
  const judged = makeJudgedPart({ seed: 3, windows: 12 });
  const perfect = { ...judged, probability: Float32Array.from(judged.target) };
  // Blind to the windows 2, 5 and 7.
  const blind = new Set([2, 5, 7]);
  const partly = { ...judged, probability: Float32Array.from(judged.target, (value, i) => (blind.has(Math.floor(i / judged.length)) ? 0 : value)) };

  it('tells first of windows that only some get right, then in time, with what each makes of them', () => {
    const windows = confuseWindows([[asReplica(perfect)], [asReplica(partly)]]);
    expect(windows.map(({ windowId }) => windowId - 1)).toEqual([2, 5, 7, 0, 1, 3, 4, 6, 8, 9, 10, 11]);
    for (const { windowId, right, spans, decoded } of windows) {
      const isBlind = blind.has(windowId - 1);
      expect(right).toEqual([true, !isBlind]);
      expect(decoded).toEqual([spans, isBlind ? [] : spans]);
    }
  });
});

describe('settings that differ', () => {
  it('go by their dotted paths, absent ones as undefined, lists as one value', () => {
    const one = { mode: 'soft', split: { kind: 'folds', count: 5 }, tasks: { type: true }, seriesIds: [1, 2] };
    const other = { mode: 'soft', split: { kind: 'temporal', validation: 0.2 }, tasks: { type: false }, seriesIds: [1, 3] };
    expect(findDifferences([[one], [other]])).toEqual([
      { field: 'split.kind', values: ['folds', 'temporal'] },
      { field: 'split.count', values: [5, undefined] },
      { field: 'tasks.type', values: [true, false] },
      { field: 'seriesIds', values: [[1, 2], [1, 3]] },
      { field: 'split.validation', values: [undefined, 0.2] },
    ]);
    expect(findDifferences([[one], [structuredClone(one)], [one]])).toEqual([]);
    expect(findDifferences([[{ attention: null }], [{ attention: { heads: 4 } }]]).map(({ field }) => field)).toEqual(['attention', 'attention.heads']);
  });
});

describe('praise', () => {
  it('goes to shares of what is right, blame to errors, and neither to what only has a direction', () => {
    expect(['bar.best.f1', 'decoders.dynamic.fixed.span.hit3', 'auc', 'separation.separation'].map(higherIsBetter)).toEqual([true, true, true, true]);
    expect(['ece', 'brier', 'span.endAbsolute', 'countdown.absolute'].map(higherIsBetter)).toEqual([false, false, false, false]);
    expect(['span.endError', 'separation.inMean', 'countdown.error'].map(higherIsBetter)).toEqual([null, null, null]);
  });
});
