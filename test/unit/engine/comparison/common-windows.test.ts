import { describe, expect, it } from 'vitest';
import { runId } from '../../../../src/shared/domain/ids.ts';
import { findCommon, poolFolds } from '../../../../src/shared/engine/comparison/common-windows.ts';
import { pickWindows } from '../../../../src/shared/engine/comparison/pick-windows.ts';
import { windowsOf } from '../../../../src/shared/engine/evaluation/judged-part.ts';
import { makeJudgedPart } from '../evaluation/judged-fixtures.ts';
import { asWindows } from './contender-fixtures.ts';

const all = asWindows(makeJudgedPart({ windows: 6, mode: 'crf' }));
const some = (...places: readonly number[]) => pickWindows(places.map((n) => ({ from: all, n })));
const idsOf = ({ windows }: { readonly windows: typeof all.windows }) => windows.map(({ windowId }) => windowId as number);

describe('picked windows', () => {
  it('carry all that was said of them', () => {
    const picked = some(4, 0, 3);
    expect(idsOf(picked)).toEqual([5, 1, 4]);
    expect(windowsOf(picked.judged)).toEqual([4, 0, 3].map((n) => windowsOf(all.judged)[n]));
    const { heads, length } = picked.judged;
    for (const [to, n] of [4, 0, 3].entries()) {
      expect(picked.judged.labels[to]).toBe(all.judged.labels[n]);
      expect(picked.judged.places[to]).toBe(all.judged.places[n]);
      expect(heads!.pointers.subarray(to * 2, to * 2 + 2)).toEqual(all.judged.heads!.pointers.subarray(n * 2, n * 2 + 2));
      expect(heads!.type.subarray(to * 3, to * 3 + 3)).toEqual(all.judged.heads!.type.subarray(n * 3, n * 3 + 3));
      for (const of of [({ target }: typeof all.judged) => target, ({ displacement }: typeof all.judged) => displacement, ({ heads: own }: typeof all.judged) => own!.countdown]) {
        expect(of(picked.judged).subarray(to * length, (to + 1) * length)).toEqual(of(all.judged).subarray(n * length, (n + 1) * length));
      }
    }
  });

  it('have no heads where one of them has none', () => {
    const headless = { ...all, judged: { ...all.judged, heads: null } };
    expect(pickWindows([{ from: all, n: 0 }, { from: headless, n: 1 }]).judged.heads).toBeNull();
    const soft = asWindows(makeJudgedPart({ windows: 6 }));
    expect(pickWindows([{ from: all, n: 0 }, { from: soft, n: 1 }]).judged.heads).toMatchObject({ sequence: null });
  });
});

describe('common windows', () => {
  it('are those that all judged, in the order of the first', () => {
    const { common, leftOut } = findCommon([some(5, 1, 2, 0), some(0, 1, 2, 3), some(2, 5, 1)]);
    expect(common.map(idsOf)).toEqual([[2, 3], [2, 3], [2, 3]]);
    // The windows 1, 4 and 6; the fifth was judged by none.
    expect(leftOut).toBe(3);
    expect(common[2].judged.probability).toEqual(some(1, 2).judged.probability);
  });

  it('are not those with other labels', () => {
    const moved = { ...all, judged: { ...all.judged, labels: all.judged.labels.map((spans, n) => (n === 2 ? spans.map((span) => ({ ...span, end: span.end + 1 })) : spans)) } };
    const retyped = { ...all, judged: { ...all.judged, labels: all.judged.labels.map((spans, n) => (n === 4 ? [] : spans)) } };
    const { common, leftOut } = findCommon([all, moved, retyped]);
    expect(idsOf(common[0])).toEqual([1, 2, 4, 6]);
    expect(leftOut).toBe(2);
  });

  it('must be there', () => {
    expect(() => findCommon([some(0, 1), some(2, 3)])).toThrow(/No window was judged by all/);
  });
});

describe('folds', () => {
  it('are pooled, each window by the run that validated it', () => {
    const fold = (id: number, ...places: readonly number[]) => ({ ...some(...places), shownBy: places.map(() => runId(id)) });
    const pooled = poolFolds([fold(1, 0, 1), fold(2, 2, 3), fold(3, 3, 5)]);
    expect(idsOf(pooled)).toEqual([1, 2, 3, 4, 6]);
    expect(pooled.shownBy).toEqual([1, 1, 2, 2, 3].map(runId));
    expect(pooled.judged.target).toEqual(some(0, 1, 2, 3, 5).judged.target);
  });
});
