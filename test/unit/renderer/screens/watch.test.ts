import { describe, expect, it } from 'vitest';
import { estimateSecondsLeft, machineWords } from '../../../../src/renderer/screens/train/progress-words.ts';
import { BOX_HEIGHT, candleShapes, curveShape } from '../../../../src/renderer/screens/train/watch/candle-shapes.ts';
import { BOX_HEIGHT as HISTOGRAM_HEIGHT, BOX_WIDTH, histogramShape } from '../../../../src/renderer/screens/train/watch/histogram-shape.ts';
import { windowMeans } from '../../../../src/renderer/screens/train/watch/window-means.ts';

describe('a histogram', () => {
  it('has square roots of shares for heights: bars in spans rise, those outside hang, and nothing stands for none', () => {
    const { inSpan, outSpan, inCount, outCount } = histogramShape({ inSpan: [0, 3, 0, 1], outSpan: [100, 0, 0, 0] });
    expect([inCount, outCount]).toEqual([4, 100]);
    const [middle, width] = [HISTOGRAM_HEIGHT / 2, BOX_WIDTH / 4];
    const rise = (share: number) => (-Math.sqrt(share) * middle).toFixed(2);
    expect(inSpan).toBe(`M${width} ${middle}v${rise(0.75)}h${width}V${middle}zM${3 * width} ${middle}v${rise(0.25)}h${width}V${middle}z`);
    expect(outSpan).toBe(`M0 ${middle}v${middle.toFixed(2)}h${width}V${middle}z`);
  });

  it('of no bars is empty', () => {
    expect(histogramShape({ inSpan: [0, 0], outSpan: [0, 0] })).toEqual({ inSpan: '', outSpan: '', inCount: 0, outCount: 0 });
  });
});

describe('candles', () => {
  const bars = (...rows: readonly (readonly [number, number, number, number])[]) => {
    const column = (at: number) => Float64Array.from(rows, (row) => row[at]!);
    return { open: column(0), high: column(1), low: column(2), close: column(3) };
  };

  it('fill the box from the lowest low to the highest high; one that closes where it opened rises', () => {
    const { rising, falling } = candleShapes(bars([10, 20, 10, 15], [15, 15, 0, 5], [5, 6, 4, 5]));
    expect(rising.startsWith('M0.5 0.0V25.0M0.5 50.0V50.0M0.15 25.0h0.7V50.0h-0.7z')).toBe(true);
    expect(rising).toContain('M2.5 70.0V75.0');
    expect(falling).toBe('M1.5 25.0V25.0M1.5 75.0V100.0M1.15 25.0h0.7V75.0h-0.7z');
  });

  it('of one price lie in the middle', () => {
    expect(candleShapes(bars([7, 7, 7, 7])).rising).toContain(`${BOX_HEIGHT / 2}`);
  });
});

it('a curve has a step for each bar, 1 at the upper edge', () => {
  expect(curveShape(Float32Array.of(0, 1, 0.25))).toBe('M0 100V100.0h1V0.0h1V75.0h1V100z');
});

it('the means of a window are over the bars in its spans and over the others', () => {
  const probability = Float32Array.of(0.5, 1, 0.75, 0.25, 0);
  expect(windowMeans(probability, [{ start: 1, end: 2 }])).toEqual({ inside: 0.875, outside: 0.25 });
  expect(windowMeans(probability, [])).toEqual({ inside: null, outside: 0.5 });
  expect(windowMeans(probability, [{ start: 0, end: 4 }]).outside).toBeNull();
});

describe('the progress of a training', () => {
  const epochs = (count: number, seconds: number) => Array.from({ length: count }, (_, i) => ({ epoch: i + 1, seconds }));

  it('is estimated from the last ten epochs', () => {
    expect(estimateSecondsLeft([], 50)).toBeNull();
    expect(estimateSecondsLeft(epochs(4, 2), 50)).toBe(92);
    expect(estimateSecondsLeft([...epochs(20, 100), ...epochs(10, 2).map((epoch) => ({ ...epoch, epoch: epoch.epoch + 20 }))], 50)).toBe(40);
    expect(estimateSecondsLeft(epochs(60, 2), 50)).toBe(0);
  });

  it('names the back end, and the memory as far as it is told', () => {
    const view = { histogram: null, priorF1: null, windows: [], memory: { process: 216_000_000, backend: 27_400_000 } };
    expect(machineWords('', undefined)).toBe('Choosing a back end');
    expect(machineWords('wasm', { seconds: 0.4, view })).toBe('Computes on wasm · 0.4 s for the last epoch · trainer takes 216 MB · 27.4 MB of tensors and kernels');
    expect(machineWords('webgpu', { seconds: 2, view: { ...view, memory: { process: null, backend: 1_000_000 } } })).toBe('Computes on webgpu · 2.0 s for the last epoch · 1.0 MB of tensors and kernels');
    expect(machineWords('wasm', { seconds: 0.4 })).toBe('Computes on wasm · 0.4 s for the last epoch');
  });
});
