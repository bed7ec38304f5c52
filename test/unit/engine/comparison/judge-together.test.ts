import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runId } from '../../../../src/shared/domain/ids.ts';
import { judgeTogether } from '../../../../src/shared/engine/comparison/judge-together.ts';
import { togetherRules } from '../../../../src/shared/engine/comparison/together-rules.ts';
import type { JudgedPart } from '../../../../src/shared/engine/evaluation/judged-part.ts';
import { USUAL_DYNAMIC, type DecodingConfig } from '../../../../src/shared/domain/decoding.ts';
import { judge, makeJudgedPart, uniformOf } from '../evaluation/judged-fixtures.ts';
import { asWindows } from './contender-fixtures.ts';

/** The same labels, and something of its own to say of them. */
const saying = (seed: number, mode: 'soft' | 'crf' = 'soft'): JudgedPart => {
  const { labels, target, displacement, places } = makeJudgedPart({ windows: 5 });
  return { ...makeJudgedPart({ windows: 5, seed, mode }), labels, target, displacement, places };
};
const together = (...parts: readonly JudgedPart[]): JudgedPart => judgeTogether(parts.map((part, n) => asWindows(part, runId(n + 1)))).judged;

describe('several together', () => {
  it('say of each bar, window and class the mean of what each says, one number at a time', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.constantFrom('soft' as const, 'crf' as const)), { minLength: 1, maxLength: 5 }), (wishes) => {
        const parts = wishes.map(([seed, mode]) => saying(seed, mode));
        const { probability, heads } = together(...parts);
        const slow = (of: (part: JudgedPart) => ArrayLike<number>): readonly number[] => {
          const means: number[] = [];
          for (let i = 0; i < of(parts[0]).length; i++) {
            let sum = 0;
            for (const part of parts) sum += of(part)[i];
            means.push(Math.fround(sum / parts.length));
          }
          return means;
        };
        expect([...probability]).toEqual(slow((part) => part.probability));
        expect([...heads!.type]).toEqual(slow((part) => part.heads!.type));
        expect([...heads!.pointers]).toEqual(slow((part) => part.heads!.pointers));
        expect([...heads!.countdown]).toEqual(slow((part) => part.heads!.countdown));
        expect(heads!.sequence).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it('take the posterior of a model of sequences, whatever counts as its probability', () => {
    const crf = saying(3, 'crf');
    const emissions = { ...crf, probability: Float32Array.from(crf.probability, uniformOf(8)) };
    const soft = saying(4);
    expect(together(soft, emissions).probability).toEqual(together(soft, crf).probability);
    expect(together(soft, emissions).probability).not.toEqual(together(soft, { ...emissions, heads: null }).probability);
  });

  it('say exactly the same as one where all of them say the same', () => {
    const one = saying(7);
    const own = judge(one).evaluation;
    for (const count of [2, 3, 5, 7]) {
      const same = together(...Array.from({ length: count }, () => one));
      expect(same.probability).toEqual(one.probability);
      const { evaluation } = judge(same, same, { mode: 'together' });
      expect({ ...evaluation, absent: {} }).toEqual({ ...own, absent: {} });
    }
  });

  it('have no heads where one of them has none, and keep labels and the run of the first', () => {
    expect(together(saying(1), { ...saying(2), heads: null }).heads).toBeNull();
    const [a, b] = [asWindows(saying(1), runId(4)), asWindows(saying(2), runId(5))];
    const { windows, shownBy, judged } = judgeTogether([a, b]);
    expect([windows, judged.labels, judged.target]).toEqual([a.windows, a.judged.labels, a.judged.target]);
    expect(new Set(shownBy)).toEqual(new Set([4]));
  });
});

describe('how several together are judged', () => {
  const all = { pointers: true, type: true, span: true, countdown: true };
  const other: DecodingConfig = { ...USUAL_DYNAMIC, mergeGap: 2 };

  it('is by the tasks that all of them learned', () => {
    expect(togetherRules([{ tasks: all }, { tasks: { ...all, countdown: false } }]).tasks).toEqual({ ...all, countdown: false });
  });

  it('is as it was fixed where it was fixed the same, else by a threshold that is chosen on validation', () => {
    expect(togetherRules([{ tasks: all, decoding: other }, { tasks: all, decoding: { ...other } }]).decoding).toEqual(other);
    expect(togetherRules([{ tasks: all, decoding: other }, { tasks: all, decoding: USUAL_DYNAMIC }]).decoding).toBeNull();
    expect(togetherRules([{ tasks: all }, { tasks: all, decoding: USUAL_DYNAMIC }]).decoding).toBeNull();
    const judged = together(saying(1, 'crf'), saying(2, 'crf'));
    expect(judge(judged, judged, { mode: 'together', decoding: other }).evaluation.decoding).toEqual({ config: other, choice: 'fixed' });
    expect(judge(judged, judged, { mode: 'together', decoding: { decoder: 'viterbi', mergeGap: 0, minimumLength: 1 } }).evaluation.decoding).toMatchObject({ config: { decoder: 'threshold' }, choice: 'validation' });
  });

  it('leaves no sequence to decode, and says in words what is missing', () => {
    const judged = together(saying(1), saying(2, 'crf'));
    const { decoders, absent, pointers, type } = judge(judged, judged, { mode: 'together', tasks: { ...all, pointers: false } }).evaluation;
    expect(new Set(decoders.map(({ config }) => config.decoder))).toEqual(new Set(['threshold', 'hysteresis', 'dynamic']));
    expect(absent).toMatchObject({ pointers: 'Not all of those that are judged together learned this.', sequence: expect.stringMatching(/no most likely sequence/) });
    expect([pointers, type === null]).toEqual([null, false]);
  });
});
