import { expect, it } from 'vitest';
import type { BarColumns } from '../../../../src/shared/domain/bar.ts';
import { windowFeatures, windowFeaturesAfresh } from '../../../../src/shared/engine/features/bar-features.ts';
import { featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { windowTargets } from '../../../../src/shared/engine/training/targets.ts';
import type { WindowData } from '../../../../src/shared/engine/training/window-data.ts';
import { fillWindow, makePart } from '../../../../src/shared/engine/training/window-tensors.ts';

const LENGTH = 30;
const WARM_UP = 50;

function makeBars(count: number, seed: number): BarColumns {
  const close = Float64Array.from({ length: count }, (_, i) => 100 + 3 * Math.sin((i + seed) / 4) + Math.cos((i * seed) / 7));
  return {
    time: close.map((_, i) => i * 60_000),
    open: close.map((value) => value - 0.5),
    high: close.map((value) => value + 1),
    low: close.map((value) => value - 1),
    close,
    volume: close.map(() => Number.NaN),
  };
}

const span = { start: 4, end: 8, confidence: 0.6, startUncertainty: 1, endUncertainty: 0, type: 'consolidation' } as const;
const windows: readonly WindowData[] = [
  { bars: makeBars(WARM_UP + LENGTH, 1), warmUp: WARM_UP, spans: [span] },
  { bars: makeBars(LENGTH, 2), warmUp: 0, spans: [] },
  { bars: makeBars(WARM_UP + LENGTH, 3), warmUp: WARM_UP, spans: [span, { ...span, start: 20, end: 25 }] },
];

it.each(['window', 'series'] as const)('lays windows one after the other, features of the scope %s', (featureScope) => {
  const features = featureSet('relativity+position');
  const part = makePart(windows.length, LENGTH, features);
  windows.forEach((window, n) => fillWindow(part, n, window, { features, featureScope, maskTarget: 'soft' }));
  const compute = featureScope === 'window' ? windowFeaturesAfresh : windowFeatures;
  windows.forEach((window, n) => {
    const targets = windowTargets(window.spans, LENGTH, 'soft');
    expect(part.features.slice(n * LENGTH * 13, (n + 1) * LENGTH * 13)).toEqual(compute(features, window.bars, window.warmUp));
    expect(part.mask.slice(n * LENGTH, (n + 1) * LENGTH)).toEqual(targets.mask);
    expect(part.heights.slice(n * LENGTH, (n + 1) * LENGTH)).toEqual(targets.heights);
    expect(part.countdown.slice(n * LENGTH, (n + 1) * LENGTH)).toEqual(targets.countdown);
    expect(part.pointers.slice(n * 2, n * 2 + 2)).toEqual(Float32Array.from(targets.pointers));
  });
  expect([...part.type]).toEqual([0, -1, -1]);
  expect([...part.oneSpan]).toEqual([1, 0, 0]);
  expect([...part.spanCount]).toEqual([1, 0, 2]);
  expect([...part.confidence]).toEqual([0.6, 1, 0.6].map(Math.fround));
});
