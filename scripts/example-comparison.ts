import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createCore, type Core } from '../src/main/core/core.ts';
import { appVersion } from '../src/main/environment/app-version.ts';
import { startNodeTrainer } from '../src/main/trainer/start-node-trainer.ts';
import { newJobId, type ExperimentId } from '../src/shared/domain/ids.ts';
import type { SpanMode } from '../src/shared/domain/train-config.ts';
import { seedMembers } from '../src/shared/experiments/plan-members.ts';
import { experimentDone, valueOf } from './support/core-outcome.ts';

// The published study again, three seeds of each mode, and what may be said of it.
const SEEDS = 3;
const FILES = ['report.html', 'report.md'] as const;
const OUT = join(import.meta.dirname, '..', 'docs', 'examples', 'soft-against-crf');

const dataset = process.argv[2];
if (dataset === undefined) throw new Error('Name the dataset: node scripts/example-comparison.mjs ref210.json.gz');
const folder = mkdtempSync(join(tmpdir(), 'expanse-example-'));
const core = createCore({ host: 'cli', version: appVersion(), dataFolder: folder, projectsFolder: folder, projectPath: join(folder, 'study.expanse'), startTrainer: startNodeTrainer });
try {
  valueOf(await core.api.importDataset({ file: core.grantFile(resolve(dataset)), jobId: newJobId() }));
  const soft = await train(core, 'soft');
  const crf = await train(core, 'crf');
  const contenders = [soft, crf].map((experimentId) => ({ kind: 'experiment', experimentId, group: null }) as const);
  const report = valueOf(await core.api.reportComparison({ contenders, part: 'val' }));
  mkdirSync(OUT, { recursive: true });
  for (const name of FILES) writeFileSync(join(OUT, name), report[name]);
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Answers once all seeds are done. */
async function train({ api, onEvent }: Core, mode: SpanMode): Promise<ExperimentId> {
  const { config } = valueOf(await api.listPresets({})).find(({ id }) => id === 'published')!;
  const ended = experimentDone({ onEvent }, `The training of ${mode}`);
  const { experimentId } = valueOf(await api.startExperiment({ kind: 'seeds', name: mode === 'crf' ? 'CRF' : mode, members: seedMembers({ ...config, mode }, SEEDS) }));
  await ended;
  return experimentId;
}
