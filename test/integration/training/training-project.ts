import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import type { Result } from '../../../src/shared/contract/result.ts';
import { makeBarColumns, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { newEditId, newSpanId, type RunId, type SeriesId, type WindowId } from '../../../src/shared/domain/ids.ts';
import type { EpochRecord, RunWithEvaluation } from '../../../src/shared/domain/run.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';
import { createCore, type Core } from '../../../src/main/core/core.ts';
import type { StartTrainer } from '../../../src/main/core/trainer-process.ts';
import type { WebTrainers } from '../../../src/main/core/web-trainers/web-trainers.ts';
import { createStore } from '../../../src/main/store/open-store.ts';
import { mergeBars } from '../../../src/main/store/queries/bars.ts';
import { findOrCreateSeries } from '../../../src/main/store/queries/series.ts';
import { startNodeTrainer } from '../../../src/main/trainer/start-node-trainer.ts';

export const LENGTH = 40;
const WINDOWS = 30;
const REVIEWED = 24;
const MINUTE = 60_000;

/** Small and quick, on features that show the surges of this market plainly. */
export const CONFIG: TrainConfig = {
  ...findPreset('published').config,
  epochs: 3,
  hiddenSize: 8,
  batchSize: 8,
  features: 'expanse-1',
  featureScope: 'series',
  split: { kind: 'temporal', validation: 0.2, test: 0.2 },
};

export interface TrainingProject {
  readonly core: Core;
  readonly path: string;
  readonly seriesId: SeriesId;
  readonly windowIds: readonly WindowId[];
  readonly events: readonly CoreEvent[];
  /** The run once it has left the state 'running'. */
  ended(id: RunId): Promise<RunWithEvaluation>;
}

/** Closed and removed by `disposeProjects`. */
const opened: { readonly core: Core; readonly folder: string }[] = [];

export async function disposeProjects(): Promise<void> {
  for (const { core, folder } of opened.splice(0)) {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A project in which 24 of 30 windows are reviewed, with one span each where the price surges. */
export async function makeTrainingProject(startTrainer: StartTrainer = startNodeTrainer, webTrainers?: WebTrainers): Promise<TrainingProject> {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-training-'));
  const path = join(folder, 'project.expanse');
  const seriesId = fillStore(path);
  const core = openCore(path, startTrainer, webTrainers);
  const windowIds = await labelWindows(core, seriesId);
  return watch(core, path, seriesId, windowIds);
}

export function openCore(path: string, startTrainer: StartTrainer = startNodeTrainer, webTrainers?: WebTrainers): Core {
  const folder = join(path, '..');
  const core = createCore({ host: 'cli', version: '0', dataFolder: folder, projectsFolder: folder, projectPath: path, startTrainer, ...(webTrainers === undefined ? {} : { webTrainers }) });
  opened.push({ core, folder });
  return core;
}

/** The value of an outcome that must be good. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.kind}: ${result.error.message} ${result.error.nextStep}`);
}

/** What an epoch computed, without what depends on the machine and the moment. */
export const computedBy = ({ view, ...epoch }: EpochRecord) => ({ ...epoch, seconds: 0, view: { ...view, memory: null } });

/** First bar of the window's surge, counted in the window; it lasts six bars. */
export const surgeOf = (window: number): number => 5 + ((window * 7) % 25);
export const SURGE_BARS = 6;

function fillStore(path: string): SeriesId {
  const db = createStore(path);
  const { id } = findOrCreateSeries(db, { symbol: 'SURGE', timeframeMs: MINUTE, origin: '', timeZone: 'UTC', priceDecimals: 2, hasVolume: false });
  mergeBars(db, id, surgingBars());
  db.close();
  return id;
}

function surgingBars(): BarColumns {
  const bars = makeBarColumns(WINDOWS * LENGTH);
  let price = 100;
  for (let i = 0; i < bars.time.length; i++) {
    const window = Math.floor(i / LENGTH);
    const inSurge = i % LENGTH >= surgeOf(window) && i % LENGTH < surgeOf(window) + SURGE_BARS;
    const direction = window % 2 === 0 ? 1 : -1;
    bars.time[i] = i * MINUTE;
    bars.open[i] = price;
    price += inSurge ? direction * 1.5 : 0.3 * Math.sin(i * 1.7);
    bars.close[i] = price;
    bars.high[i] = Math.max(bars.open[i], price) + 0.2;
    bars.low[i] = Math.min(bars.open[i], price) - 0.2;
    bars.volume[i] = Number.NaN;
  }
  return bars;
}

async function labelWindows(core: Core, seriesId: SeriesId): Promise<readonly WindowId[]> {
  valueOf(await core.api.makeWindows({ seriesId, length: LENGTH, stride: LENGTH }));
  const { windows } = valueOf(await core.api.listWindows({ seriesId, offset: 0, limit: 100 }));
  for (const [n, { id: windowId, startTime }] of windows.slice(0, REVIEWED).entries()) {
    const start = startTime + surgeOf(n) * MINUTE;
    const span = { id: newSpanId(), seriesId, windowId, startTime: timeMs(start), endTime: timeMs(start + (SURGE_BARS - 1) * MINUTE), confidence: 0.8 };
    const commands = [
      { kind: 'create-span', span: { ...span, type: 'consolidation' } },
      { kind: 'set-window-state', windowId, state: 'reviewed' },
    ] as const;
    valueOf(await core.api.editLabels({ editId: newEditId(), command: { kind: 'batch', description: 'label', commands } }));
  }
  return windows.map(({ id }) => id);
}

function watch(core: Core, path: string, seriesId: SeriesId, windowIds: readonly WindowId[]): TrainingProject {
  const events: CoreEvent[] = [];
  const waiting: (() => void)[] = [];
  core.onEvent((event) => {
    events.push(event);
    if (event.kind === 'run-changed' && event.run.state !== 'running') waiting.splice(0).forEach((resume) => resume());
  });
  const ended = async (id: RunId): Promise<RunWithEvaluation> => {
    const { run } = valueOf(await core.api.readRun({ runId: id }));
    if (run.state !== 'running') return run;
    await new Promise<void>((resume) => waiting.push(resume));
    return ended(id);
  };
  return { core, path, seriesId, windowIds, events, ended };
}
