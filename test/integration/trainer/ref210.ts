import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { featureSet } from '../../../src/shared/engine/features/feature-set.ts';
import type { TrainPart } from '../../../src/shared/engine/training/train-data.ts';
import { fillWindow, makePart } from '../../../src/shared/engine/training/window-tensors.ts';

const dataset = resolve('../shared/datasets/ref210.json.gz');
/** null: the dataset is there. */
export const absent = existsSync(dataset) ? null : `no dataset at ${dataset}`;

interface DatasetWindow {
  readonly split: 'train' | 'val';
  readonly span_start: number;
  readonly span_end: number;
  readonly type: 'consolidation' | 'retracement';
  readonly confidence: number;
  readonly bars: readonly (readonly number[])[];
}

const readWindows = (part: DatasetWindow['split']): readonly DatasetWindow[] =>
  (JSON.parse(gunzipSync(readFileSync(dataset)).toString()) as { windows: readonly DatasetWindow[] }).windows.filter(({ split }) => split === part);

/** The day (UTC) on which each window of the part begins. */
export function readDays(part: DatasetWindow['split']): readonly string[] {
  return readWindows(part).map(({ bars }) => new Date(bars[0]![0]!).toISOString().slice(0, 10));
}

/** The windows of one part, without bars before them. `labelOf`: whose labels the n-th window gets; its own without it. */
export function readPart(part: DatasetWindow['split'], config: TrainConfig, labelOf: (n: number) => number = (n) => n): TrainPart {
  const chosen = readWindows(part);
  const rules = { features: featureSet(config.features), featureScope: config.featureScope, maskTarget: config.maskTarget };
  const filled = makePart(chosen.length, chosen[0]!.bars.length, rules.features);
  chosen.forEach(({ bars }, n) => {
    const { span_start: start, span_end: end, type, confidence } = chosen[labelOf(n)]!;
    const column = (c: number): Float64Array => Float64Array.from(bars, (bar) => bar[c]!);
    const columns = { time: column(0), open: column(1), high: column(2), low: column(3), close: column(4), volume: column(5) };
    fillWindow(filled, n, { bars: columns, warmUp: 0, spans: [{ start, end, type, confidence, startUncertainty: 0, endUncertainty: 0 }] }, rules);
  });
  return filled;
}
