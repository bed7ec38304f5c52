import { describe, expect, it } from 'vitest';
import { featureLanes, type FeatureLanesModel } from '../../../../src/renderer/chart/primitives/feature-lanes/feature-lanes-view.ts';
import { lanePixels } from '../../../../src/renderer/chart/primitives/feature-lanes/lane-pixels.ts';
import { axisOfTen } from '../axis.ts';

const rows = { set: 'relativity', columns: 2, values: new Float32Array(16) };
const model: FeatureLanesModel = { reaches: [1, 1], chunkBars: 8, first: 4, rowsAt: (bar) => (bar === 8 ? null : rows) };

describe('featureLanes', () => {
  it('places chunks by the bars of the series, whatever is loaded, and leaves out those that are not there yet', () => {
    // The first loaded bar is bar 4 of the series: its chunk began 40 pixels earlier.
    expect(featureLanes(model, axisOfTen())!.chunks.map(({ stretch }) => stretch)).toEqual([
      { left: -40, right: 40 },
      { left: 120, right: 200 },
    ]);
  });

  it('is empty where a candle stands for several bars', () => {
    expect(featureLanes(model, axisOfTen({ barsPerCandle: 8 }))).toBeNull();
  });
});

describe('lanePixels', () => {
  const options = { positive: [1, 2, 3], negative: [7, 8, 9], background: '#000' } as const;

  it('is as strong as the value for its lane, clear where there is none, lane below lane', () => {
    const pixels = lanePixels({ set: 'relativity', columns: 2, values: Float32Array.of(0.5, -4, NaN, 0) }, [1, 2], options);
    expect([...pixels]).toEqual([1, 2, 3, 128, 0, 0, 0, 0, 7, 8, 9, 255, 0, 0, 0, 0]);
  });
});
