// Makes a project with one made-up series and a run of untrained weights: FILE BARS MODE FEATURES on the command line.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCore } from '../../src/main/core/core.ts';
import { createStore } from '../../src/main/store/open-store.ts';
import { mergeBars } from '../../src/main/store/queries/bars.ts';
import { findOrCreateSeries } from '../../src/main/store/queries/series.ts';
import type { SpanMode } from '../../src/shared/domain/train-config.ts';
import { featureSet } from '../../src/shared/engine/features/feature-set.ts';
import { initialise } from '../../src/shared/engine/model/initialise.ts';
import { writeWeights } from '../../src/shared/engine/training/checkpoint.ts';
import { generateMarket } from '../../src/shared/sample/generate-market.ts';
import { LENGTH, referenceConfig } from '../support/reference-task.ts';

const [path = '', bars = '', mode = '', features = ''] = process.argv.slice(2);
const series = fillStore(path, Number(bars));
await addRun(path, mode as SpanMode, features);
process.stdout.write(`${series}\n`);

function fillStore(file: string, count: number) {
  const db = createStore(file);
  const { id } = findOrCreateSeries(db, { symbol: 'MADE', timeframeMs: 60_000, origin: '', timeZone: 'UTC', priceDecimals: 2, hasVolume: true });
  mergeBars(db, id, generateMarket({ bars: count, seed: 1, timeframeMs: 60_000, startTime: 0 }).bars);
  db.close();
  return id;
}

async function addRun(projectPath: string, spanMode: SpanMode, name: string) {
  const folder = dirname(projectPath);
  const weights = `${projectPath}.safetensors`;
  const { hiddenSize, initialLogSigma } = referenceConfig(spanMode, 1);
  writeFileSync(weights, writeWeights(initialise({ mode: spanMode, inputs: featureSet(name).names.length, hiddenSize }, initialLogSigma, 1)));
  const core = createCore({ host: 'cli', version: '0', dataFolder: folder, projectsFolder: folder, projectPath, startTrainer: noTrainer });
  try {
    const made = await core.api.makeWindows({ seriesId: series, length: LENGTH, stride: LENGTH });
    if (!made.ok) throw new Error(made.error.message);
    const imported = await core.api.importWeights({ file: core.grantFile(weights), features: name });
    if (!imported.ok) throw new Error(imported.error.message);
  } finally {
    await core.close();
    rmSync(weights);
  }
}

function noTrainer(): never {
  throw new Error('nothing is trained here');
}
