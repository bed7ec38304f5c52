import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../../src/shared/engine/evaluation/best-threshold.ts';
import { makeEvaluation, makeReference } from '../../../../src/shared/engine/evaluation/make-evaluation.ts';

const LENGTH = 4;
const train = { length: LENGTH, target: Uint8Array.of(0, 1, 1, 0, /**/ 0, 0, 1, 0) };
const val = { probability: Float32Array.of(0.1, 0.6, 0.4, 0.2), target: Uint8Array.of(0, 1, 1, 0) };
const test = {
  part: 'test' as const,
  length: LENGTH,
  spans: 1,
  probability: Float32Array.of(0.9, 0.45, 0.3, 0.1),
  target: Uint8Array.of(0, 0, 1, 0),
};

describe('evaluation of a part', () => {
  it('takes its thresholds from the validation part and the prior from the training part', () => {
    const reference = makeReference(train, val);
    expect(reference.threshold).toBeCloseTo(0.4, 6);
    expect([...reference.prior]).toEqual([0, 0.5, 1, 0]);
    expect(reference.priorThreshold).toBe(0.5);
  });

  it('applies them unchanged, even where another threshold would flatter', () => {
    const evaluation = makeEvaluation(test, makeReference(train, val));
    expect(evaluation.bar.best).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(bestThreshold(test.probability, test.target).f1).toBeGreaterThan(0);
    expect(evaluation.positionPrior).toMatchObject({ precision: 0.5, recall: 1, threshold: 0.5 });
    expect(evaluation).toMatchObject({ part: 'test', windows: 1, spans: 1 });
  });

  it('falls back on 0.5 where nothing validates', () => {
    const reference = makeReference(train, { probability: new Float32Array(0), target: new Uint8Array(0) });
    expect(reference).toMatchObject({ threshold: 0.5, priorThreshold: 0.5 });
    expect(makeEvaluation({ ...test, probability: new Float32Array(0), target: new Uint8Array(0) }, reference).windows).toBe(0);
  });
});
