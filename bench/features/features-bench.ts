// Computes every feature set over made-up bars, in one pass and afresh in every window:
// npm run bench -- features [--json] [--rounds N]
import { barFeatures, windowFeaturesAfresh } from '../../src/shared/engine/features/bar-features.ts';
import { FEATURE_SET_NAMES, featureSet, type FeatureSet } from '../../src/shared/engine/features/feature-set.ts';
import { viewOhlc, type Ohlc } from '../../src/shared/engine/features/ohlc.ts';
import { generateMarket } from '../../src/shared/sample/generate-market.ts';
import { readOptions } from '../support/options.ts';
import { LENGTH } from '../support/reference-task.ts';
import { report } from '../support/report.ts';
import { median, timeInTurn } from '../support/timing.ts';

const BARS = 600 * LENGTH;
const WARM_UP = 3;

const { json, rounds } = readOptions(9);
const { bars } = generateMarket({ bars: BARS, seed: 1, timeframeMs: 60_000, startTime: 0 });

const trials: readonly { readonly name: string; readonly run: (set: FeatureSet) => void }[] = [
  { name: 'series', run: (set) => barFeatures(set, bars, 0, LENGTH) },
  { name: 'windows', run: (set) => forEveryWindow(bars, (window) => windowFeaturesAfresh(set, window, 0)) },
];

const combined = FEATURE_SET_NAMES.map(featureSet).flatMap((set) => trials.map(({ name, run }) => ({ set, name, run: () => run(set) })));
const seconds = (await timeInTurn(combined.map(({ run }) => run), rounds, WARM_UP)).map(median);
const results = combined.map(({ set, name }, i) => ({ features: set.name, columns: set.names.length, pass: name, barsPerSecond: BARS / seconds[i]! }));
report(
  results.map(({ features, columns, pass, barsPerSecond }) => `${features.padEnd(20)} ${columns} columns, ${pass.padEnd(8)} ${(barsPerSecond / 1e6).toFixed(2).padStart(6)} million bars/s`),
  { benchmark: 'features', bars: BARS, rounds, results },
  json,
);

function forEveryWindow(all: Ohlc, visit: (window: Ohlc) => void): void {
  for (let start = 0; start < BARS; start += LENGTH) visit(viewOhlc(all, start, start + LENGTH));
}
