import { describe, expect, it } from 'vitest';
import { USUAL_DYNAMIC } from '../../../../src/shared/domain/decoding.ts';
import { bestThreshold } from '../../../../src/shared/engine/evaluation/best-threshold.ts';
import { makeReference } from '../../../../src/shared/engine/evaluation/reference.ts';
import { judge, makeJudgedPart } from './judged-fixtures.ts';

const train = makeJudgedPart({ part: 'train', seed: 5, windows: 12 });
const val = makeJudgedPart({ seed: 2 });
const test = makeJudgedPart({ part: 'test', seed: 3, skill: 0.4 });

const none = (part: typeof val): typeof val => ({ ...part, labels: [], target: new Uint8Array(0), probability: new Float32Array(0), displacement: new Float32Array(0), heads: null, places: [] });

describe('what is decided before a part is judged', () => {
  it('comes from the validation part, the prior and the rule from the training part', () => {
    const reference = makeReference('soft', train, val);
    expect(reference.threshold).toBe(bestThreshold(val.probability, val.target).threshold);
    expect(reference.displacementThreshold).toBe(bestThreshold(train.displacement, train.target).threshold);
    expect([...reference.prior]).toEqual(Array.from({ length: train.length }, (_, t) => Math.fround(train.target.filter((_label, i) => i % train.length === t).reduce((a, b) => a + b) / 12)));
    expect(reference.decodings.map(({ decoder }) => decoder)).toEqual(['threshold', 'hysteresis', 'dynamic']);
  });

  it('is applied unchanged, even where another threshold would flatter', () => {
    const { evaluation } = judge(test, val);
    expect(evaluation.bar.best.threshold).toBe(bestThreshold(val.probability, val.target).threshold);
    expect(evaluation.bar.best.f1).toBeLessThan(bestThreshold(test.probability, test.target).f1);
    const chosen = judge(val).evaluation.decoders.filter(({ choice }) => choice === 'validation').map(({ config }) => config);
    expect(evaluation.decoders.filter(({ choice }) => choice === 'validation').map(({ config }) => config)).toEqual(chosen);
  });

  it('falls back on 0.5 where nothing validates', () => {
    const { evaluation } = judge(test, none(val));
    expect(evaluation.bar.best).toEqual({ ...evaluation.bar.at05, threshold: 0.5 });
    expect(evaluation.decoding).toEqual({ config: { decoder: 'threshold', threshold: 0.5, mergeGap: 0, minimumLength: 1 }, choice: 'fixed' });
    expect(evaluation.decoders.every(({ choice }) => choice === 'fixed')).toBe(true);
  });
});

describe('the evaluation of a part', () => {
  const { evaluation, figures } = judge(val);

  it('counts what it was made of', () => {
    expect(evaluation).toMatchObject({ part: 'val', windows: 24, spans: 24, resampling: { by: 'day', groups: 6, resamples: 200 } });
    expect(evaluation.curves.histogram.inside.reduce((a, b) => a + b)).toBe(val.target.reduce((a, b) => a + b));
    expect(evaluation.curves.reliability.reduce((sum, { bars }) => sum + bars, 0)).toBeCloseTo(24 * 30, 6);
  });

  it('has an interval around every figure, under its path', () => {
    for (const path of ['bar.at05.f1', 'bar.best.precision', 'bar.perWindow.at05.f1', 'span.f1Iou50', 'span.hit3', 'span.startError', 'separation.separation', 'auprc', 'auc', 'ece', 'brier', 'pointers.centreAbsolute', 'type.accuracy', 'countdown.absolute']) {
      const value = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], evaluation) as number;
      expect(figures.get(path)!.value, path).toBe(value);
      const [low, high] = evaluation.ci[path];
      expect(low, path).toBeLessThanOrEqual(high);
      // The calibration error of resamples lies above that of the whole: noise adds to it.
      if (path !== 'ece') expect(value >= low - 1e-9 && value <= high + 1e-9, `${path}: ${value} in [${low}, ${high}]`).toBe(true);
    }
    expect(Object.keys(evaluation.ci).some((path) => path.startsWith('decoders') || path.includes('windows'))).toBe(false);
  });

  it('holds the run against what learns nothing, paired', () => {
    const [prior, all, rule] = evaluation.baselines;
    expect([prior.name, all.name, rule.name]).toEqual(['positionPrior', 'allPositive', 'displacement']);
    expect(all.bar.recall).toBe(1);
    expect(prior.gain.bar).toMatchObject({ difference: evaluation.bar.best.f1 - prior.bar.f1, verdict: 'better' });
    expect(rule.threshold).toBe(bestThreshold(train.displacement, train.target).threshold);
  });

  it('knows how far labels of overlapping windows agree, and says where none overlap', () => {
    expect(evaluation.repeatAgreement!.pairs).toBe(23 + 22);
    const apart = { ...val, places: val.places.map((place, n) => ({ ...place, fromIndex: 100 * n })) };
    expect(judge(apart).evaluation).toMatchObject({ repeatAgreement: null, absent: { repeatAgreement: expect.stringContaining('No two') } });
  });
});

describe('decoders side by side', () => {
  const idsOf = (...args: Parameters<typeof judge>) => judge(...args).evaluation.decoders.map(({ name }) => name);

  it('are those that the mode allows', () => {
    expect(idsOf(val)).toEqual(['threshold.fixed', 'threshold.validation', 'hysteresis.validation', 'dynamic.fixed', 'dynamic.validation']);
    const crf = makeJudgedPart({ seed: 2, mode: 'crf' });
    expect(idsOf(crf, crf, { mode: 'crf' })).toEqual(['viterbi.fixed', 'viterbi.validation', 'posterior.fixed', 'posterior.validation', 'hysteresis.validation', 'dynamic.fixed', 'dynamic.validation']);
  });

  it('give the figures of the run by the one that was fixed with it, else by the usual one of its mode', () => {
    const fixed = judge(val, val, { decoding: USUAL_DYNAMIC }).evaluation;
    expect(fixed.decoding).toEqual({ config: USUAL_DYNAMIC, choice: 'fixed' });
    expect(fixed.span).toEqual(fixed.decoders.find(({ name }) => name === 'dynamic.fixed')!.span);
    const crf = makeJudgedPart({ seed: 2, mode: 'crf' });
    expect(judge(crf, crf, { mode: 'crf' }).evaluation.decoding.config.decoder).toBe('viterbi');
    expect(judge(val).evaluation.decoding.config.decoder).toBe('threshold');
  });
});

describe('heads that are not known', () => {
  const absentOf = (part: typeof val, rules: Parameters<typeof judge>[2]) => judge(part, part, rules).evaluation;

  it('leave their figures null, with the reason', () => {
    const old = absentOf({ ...makeJudgedPart({ mode: 'crf' }), heads: null }, { mode: 'crf' });
    expect(old).toMatchObject({ pointers: null, type: null, countdown: null, absent: { pointers: expect.stringContaining('predict them again'), sequence: expect.stringContaining('predict them again') } });
    expect(old.decoding.config.decoder).toBe('threshold');
    const unlearned = absentOf(val, { tasks: { pointers: false, type: true, span: true, countdown: true } });
    expect(unlearned).toMatchObject({ pointers: null, absent: { pointers: 'The run did not learn this.' } });
    expect(unlearned.type).not.toBeNull();
    const untyped = { ...val, labels: val.labels.map((spans) => spans.map((span) => ({ ...span, type: null }))) };
    expect(absentOf(untyped, {})).toMatchObject({ type: null, absent: { type: expect.stringContaining('known type') } });
  });
});
