import type { ProbabilityHistogram } from '../../../../shared/domain/epoch-view.ts';

export interface HistogramShape {
  /** Bars in spans rise from the middle line, those outside hang from it. In a box of BOX_WIDTH x BOX_HEIGHT. */
  readonly inSpan: string;
  readonly outSpan: string;
  /** How many bars there are of each. */
  readonly inCount: number;
  readonly outCount: number;
}

export const BOX_WIDTH = 400;
export const BOX_HEIGHT = 120;
const MIDDLE = BOX_HEIGHT / 2;

/**
 * Each kind of bar as shares of its own number, because there are many times as many outside. Heights are square roots of
 * the shares: the scale never changes while the histogram moves, and a few bars far from the rest are seen.
 */
export function histogramShape({ inSpan, outSpan }: ProbabilityHistogram): HistogramShape {
  const [inCount, outCount] = [sum(inSpan), sum(outSpan)];
  return { inSpan: columns(inSpan, inCount, -1), outSpan: columns(outSpan, outCount, 1), inCount, outCount };
}

/** `direction`: -1 upwards. */
function columns(counts: readonly number[], total: number, direction: -1 | 1): string {
  const width = BOX_WIDTH / counts.length;
  return counts
    .map((count, bin) => ({ bin, height: count === 0 ? 0 : Math.sqrt(count / total) * MIDDLE }))
    .filter(({ height }) => height > 0)
    .map(({ bin, height }) => `M${bin * width} ${MIDDLE}v${(direction * height).toFixed(2)}h${width}V${MIDDLE}z`)
    .join('');
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
