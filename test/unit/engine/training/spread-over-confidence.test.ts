import { describe, expect, it } from 'vitest';
import { meanConfidence, spreadOverConfidence } from '../../../../src/shared/engine/training/spread-over-confidence.ts';

describe('windows spread over confidence', () => {
  it('are the least and the most confident, one between, and one without a span, in their order', () => {
    // By confidence: places 4, 1, 5, 0, 2.
    expect(spreadOverConfidence([0.8, 0.4, 1, null, 0.2, 0.6], 4)).toEqual([2, 3, 4, 5]);
  });

  it('are all labelled ones where every window has a span, and spread over time where all are as sure', () => {
    expect(spreadOverConfidence([1, 1, 1, 1, 1, 1, 1], 4)).toEqual([0, 2, 4, 6]);
  });

  it('are no more than there are, and none twice', () => {
    expect(spreadOverConfidence([0.5, null], 4)).toEqual([0, 1]);
    expect(spreadOverConfidence([null, null, null], 2)).toEqual([0, 2]);
    expect(spreadOverConfidence([], 4)).toEqual([]);
    expect(spreadOverConfidence([0.5, 0.6, null, 0.7], 3, [1, 2])).toEqual([0, 3]);
    expect(spreadOverConfidence([0.5, 0.6], 0)).toEqual([]);
    expect(spreadOverConfidence([0.1, 0.5, null, 0.9], 1)).toEqual([1]);
  });
});

it('the confidence of a window is the mean over its spans', () => {
  expect(meanConfidence({ spans: [{ confidence: 0.4 }, { confidence: 1 }] })).toBeCloseTo(0.7, 12);
  expect(meanConfidence({ spans: [] })).toBeNull();
});
