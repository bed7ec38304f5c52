import type { CandleShape } from './candle-shape.ts';
import { consolProxy } from './consol-proxy.ts';
import { expansionProxy } from './expansion-proxy.ts';
import type { SwingDistances } from './swing-distances.ts';

/** The twelve columns in the order of RELATIVITY_NAMES, whichever rule found the swings. leg: [n] in {-1, 0, 1}. */
export const relativityColumns = (shape: CandleShape, swings: SwingDistances, leg: Int8Array): Float64Array[] => [
  shape.openNorm,
  shape.closeNorm,
  shape.bodyPct,
  shape.upperWickPct,
  shape.lowerWickPct,
  shape.rangeZ,
  swings.toHigh,
  swings.toLow,
  swings.sinceHigh,
  swings.sinceLow,
  expansionProxy(shape.rangeZ, shape.bodyPct, leg),
  consolProxy(shape.rangeZ, shape.bodyPct, swings.sinceHigh, swings.sinceLow),
];
