import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_SHAPE, USUAL_DYNAMIC, type DecodingConfig } from '../../../../../src/shared/domain/decoding.ts';
import { chooseDecoding } from '../../../../../src/shared/engine/evaluation/decoding/choose-decoding.ts';
import { decodeSpans } from '../../../../../src/shared/engine/evaluation/decoding/decode-spans.ts';
import { dynamicSpans, logOdds } from '../../../../../src/shared/engine/evaluation/decoding/dynamic-spans.ts';
import { hysteresisSpans } from '../../../../../src/shared/engine/evaluation/decoding/hysteresis-spans.ts';
import { shapeSpans } from '../../../../../src/shared/engine/evaluation/decoding/shape-spans.ts';
import { tagSpans } from '../../../../../src/shared/engine/evaluation/decoding/tag-spans.ts';
import { matchSpans, reachesIou, type Segment } from '../../../../../src/shared/engine/evaluation/match-spans.ts';
import { makeJudgedPart } from '../judged-fixtures.ts';
import { windowsOf } from '../../../../../src/shared/engine/evaluation/judged-part.ts';

const share = fc.float({ min: 0, max: 1, noNaN: true });
const probabilities = fc.array(share, { maxLength: 60 }).map((values) => Float32Array.from(values));
const edges = (spans: readonly Segment[]) => spans.map(({ start, end }) => [start, end]);
const soft = (probability: Float32Array) => ({ probability, sequence: null });
const threshold = (at: number, shape: Partial<DecodingConfig> = {}): DecodingConfig => ({ ...PLAIN_SHAPE, ...shape, decoder: 'threshold', threshold: at }) as DecodingConfig;

describe('decoding by a threshold', () => {
  it('includes both edges, and bars at the two ends', () => {
    const spans = decodeSpans(threshold(0.5), soft(Float32Array.of(0.9, 0.2, 0.5, 0.7)));
    expect(edges(spans)).toEqual([[0, 0], [2, 3]]);
    expect(spans[1].score).toBeCloseTo(0.6, 6);
  });

  it('covers exactly the bars that reach it, with a gap between spans, each scored by the mean of its bars', () => {
    fc.assert(
      fc.property(probabilities, share, (probability, at) => {
        const spans = decodeSpans(threshold(at), soft(probability));
        const covered = new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, k) => start + k)));
        for (let i = 0; i < probability.length; i++) expect(covered.has(i)).toBe(probability[i] >= at);
        for (let k = 1; k < spans.length; k++) expect(spans[k].start).toBeGreaterThan(spans[k - 1].end + 1);
        for (const { start, end, score } of spans) {
          const own = probability.subarray(start, end + 1);
          expect(score).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 5);
        }
      }),
    );
  });
});

describe('hysteresis', () => {
  it('keeps weak bars only beside a strong one', () => {
    const probability = Float32Array.of(0.4, 0.4, 0.1, 0.4, 0.8, 0.4, 0.1, 0.4);
    expect(edges(hysteresisSpans(probability, 0.7, 0.3))).toEqual([[3, 5]]);
  });

  it('is growing every strong bar as far as weak ones reach', () => {
    fc.assert(
      fc.property(probabilities, share, share, (probability, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const grown = new Set<number>();
        probability.forEach((value, i) => {
          if (!(value >= high)) return;
          for (let t = i; t >= 0 && probability[t] >= low; t--) grown.add(t);
          for (let t = i; t < probability.length && probability[t] >= low; t++) grown.add(t);
        });
        const covered = hysteresisSpans(probability, high, low).flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, k) => start + k));
        expect(covered).toEqual([...grown].sort((x, y) => x - y));
      }),
    );
  });
});

/** The best sum over every way to mark the bars. */
function bestByTrying(probability: Float32Array, cost: number): number {
  let best = 0;
  for (let marks = 0; marks < 2 ** probability.length; marks++) {
    let sum = 0;
    for (let t = 0; t < probability.length; t++) {
      const [inside, before] = [(marks >> t) & 1, t > 0 ? (marks >> (t - 1)) & 1 : 0];
      if (inside === 1) sum += logOdds(probability[t]) - (before === 0 ? cost : 0);
    }
    best = Math.max(best, sum);
  }
  return best;
}

describe('dynamic decoding', () => {
  it('has the best sum of all ways to mark the bars', () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 10 }), fc.double({ min: 0, max: 8, noNaN: true }), (values, cost) => {
        const probability = Float32Array.from(values);
        const sum = dynamicSpans(probability, cost).reduce((total, { start, end }) => total - cost + probability.subarray(start, end + 1).reduce((own, value) => own + logOdds(value), 0), 0);
        expect(sum).toBeCloseTo(bestByTrying(probability, cost), 6);
      }),
    );
  });

  it('bridges a dip that costs less than another span, drops what is not worth one, and needs no threshold', () => {
    const dip = Float32Array.of(0.1, 0.9, 0.9, 0.9, 0.3, 0.9, 0.9, 0.9, 0.1);
    expect(edges(decodeSpans(USUAL_DYNAMIC, soft(dip)))).toEqual([[1, 7]]);
    expect(decodeSpans(USUAL_DYNAMIC, soft(Float32Array.of(0.1, 0.9, 0.9, 0.1)))).toEqual([]);
    expect(edges(dynamicSpans(Float32Array.of(0.6, 0.4, 0.6), 0))).toEqual([[0, 0], [2, 2]]);
  });

  it('is the threshold 0.5 where a span costs nothing', () => {
    fc.assert(
      fc.property(probabilities, (probability) => {
        const strict = [...probability.keys()].filter((t) => probability[t] > 0.5);
        expect(dynamicSpans(probability, 0).flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, k) => start + k))).toEqual(strict);
      }),
    );
  });
});

describe('sequences', () => {
  it('are read from tags, with spans that touch', () => {
    expect(edges(tagSpans(Uint8Array.of(1, 1, 0, 2, 1, 2, 2, 0, 1)))).toEqual([[0, 1], [3, 4], [5, 5], [6, 6], [8, 8]]);
    expect(tagSpans(new Uint8Array(3))).toEqual([]);
  });

  it('are scored by their posterior, and refused where the model has none', () => {
    const sequence = { tags: Uint8Array.of(0, 1, 1), posterior: Float32Array.of(0.1, 0.8, 0.6) };
    const window = { probability: new Float32Array(3), sequence };
    expect(decodeSpans({ decoder: 'viterbi', ...PLAIN_SHAPE }, window)[0].score).toBeCloseTo(0.7, 6);
    expect(edges(decodeSpans({ decoder: 'posterior', threshold: 0.7, ...PLAIN_SHAPE }, window))).toEqual([[1, 1]]);
    expect(decodeSpans(threshold(0.7), window)).toEqual([]);
    expect(() => decodeSpans({ decoder: 'viterbi', ...PLAIN_SHAPE }, soft(new Float32Array(3)))).toThrow(expect.objectContaining({ kind: 'invalid-input' }));
  });
});

describe('the shape of spans', () => {
  it('joins first and drops then', () => {
    const spans = [{ start: 0, end: 0 }, { start: 2, end: 2 }, { start: 6, end: 6 }, { start: 9, end: 12 }];
    expect(edges(shapeSpans(spans, { mergeGap: 1, minimumLength: 3 }))).toEqual([[0, 2], [9, 12]]);
    expect(edges(shapeSpans(spans, { mergeGap: 3, minimumLength: 1 }))).toEqual([[0, 12]]);
    expect(shapeSpans(spans, PLAIN_SHAPE)).toEqual(spans);
  });
});

describe('a decoding chosen on windows', () => {
  const part = makeJudgedPart({ seed: 11, skill: 0.45, windows: 40 });
  const tuning = { windows: windowsOf(part), labels: part.labels, target: part.target };
  const f1 = (config: DecodingConfig): number => {
    const decoded = tuning.windows.map((window) => decodeSpans(config, window));
    const pairs = decoded.reduce((sum, spans, n) => sum + matchSpans(spans, tuning.labels[n], reachesIou(0.5)).length, 0);
    return (2 * pairs) / (decoded.flat().length + tuning.labels.flat().length);
  };

  it('is as good on them as any of a grid of its own', () => {
    const chosen = f1(chooseDecoding('threshold', tuning)!);
    for (const mergeGap of [0, 1, 2]) for (const minimumLength of [1, 2, 3, 4]) expect(chosen).toBeGreaterThanOrEqual(f1(threshold(0.5, { mergeGap, minimumLength })));
    expect(f1(chooseDecoding('dynamic', tuning)!)).toBeGreaterThanOrEqual(f1(USUAL_DYNAMIC));
    expect(chosen).toBeGreaterThan(f1(threshold(0.5)));
  });

  it('is the plainest of equally good ones, and none without a label', () => {
    const sure = makeJudgedPart({ skill: 1 });
    expect(chooseDecoding('threshold', { windows: windowsOf(sure), labels: sure.labels, target: sure.target })).toMatchObject(PLAIN_SHAPE);
    expect(chooseDecoding('dynamic', { ...tuning, labels: tuning.labels.map(() => []) })).toBeNull();
  });

  it('is none of two thresholds where all probabilities are one', () => {
    const flat = windowsOf({ ...part, probability: new Float32Array(part.target.length).fill(0.07) });
    expect(chooseDecoding('hysteresis', { ...tuning, windows: flat })).toBeNull();
    expect(chooseDecoding('threshold', { ...tuning, windows: flat })).toMatchObject({ threshold: expect.closeTo(0.07, 6) });
  });

  it('looks at some of very many windows alone, so that nobody waits', () => {
    const many = makeJudgedPart({ windows: 1300, seed: 3 });
    const [few, rest] = [windowsOf(many), many.labels].map((all) => all.filter((_, n) => n % 3 === 0));
    const target = Uint8Array.from(many.labels.flatMap((_, n) => (n % 3 === 0 ? [...many.target.subarray(n * 30, (n + 1) * 30)] : [])));
    const chosen = chooseDecoding('dynamic', { windows: windowsOf(many), labels: many.labels, target: many.target });
    expect(chosen).toEqual(chooseDecoding('dynamic', { windows: few as ReturnType<typeof windowsOf>, labels: rest as typeof many.labels, target }));
  });
});
