import type { Database } from 'better-sqlite3';
import type { TrainingReadiness } from '../../../shared/contract/training.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import type { SplitWindow } from '../../../shared/engine/training/splits/split-window.ts';
import { splitWindows } from '../../../shared/engine/training/splits/split-windows.ts';
import { splitObstacle, splitWarnings } from '../../../shared/engine/training/splits/split-words.ts';
import { stepsPerEpoch, warnOfFewSteps } from '../../../shared/engine/training/warnings/few-steps.ts';
import { readSymbols } from '../../store/queries/series.ts';
import { findUsableWindows, toSplitWindow, type UsableWindow, type UsableWindows } from './usable-windows.ts';
import { countCutSpans, readSpansOfWindows } from './window-spans.ts';

/** Fewer training windows than this teach little but their own noise. */
const FEW_WINDOWS = 20;

/** What would train now: the windows, the part of each, and what is in the way. */
export interface TrainingPlan {
  readonly windows: readonly UsableWindow[];
  /** Of each window, all as they were at one moment. */
  readonly spans: readonly (readonly Span[])[];
  readonly parts: readonly SplitPart[];
  readonly readiness: TrainingReadiness;
}

/** What any training of these windows could learn from, before they are split. */
export interface GatheredWindows {
  readonly usable: UsableWindows;
  /** Of each window, all as they were at one moment. */
  readonly spans: readonly (readonly Span[])[];
  readonly toSplit: readonly SplitWindow[];
  /** In words; what is to be said of the labels. */
  readonly notes: readonly string[];
}

export async function planTraining(db: Database, config: TrainConfig): Promise<TrainingPlan> {
  return planWithin(await gatherWindows(db, config), config);
}

export async function gatherWindows(db: Database, config: Pick<TrainConfig, 'seriesIds'>): Promise<GatheredWindows> {
  const usable = await findUsableWindows(db, config);
  const symbols = readSymbols(db);
  const windows = usable.windows.map(({ window }) => window);
  return {
    usable,
    spans: readSpansOfWindows(db, windows),
    toSplit: usable.windows.map((window) => toSplitWindow(window, (id) => symbols.get(id)!)),
    notes: [...usable.leftOut, ...cutSpans(countCutSpans(db, windows))],
  };
}

/** config: over the same series as the windows. */
export function planWithin({ usable, spans, toSplit, notes }: GatheredWindows, config: TrainConfig): TrainingPlan {
  const parts = splitWindows(toSplit, config.split, config.seed);
  return { windows: usable.windows, spans, parts, readiness: describe(config, toSplit, parts, spans.map((each) => each.length), notes) };
}

function cutSpans(count: number): string[] {
  if (count === 0) return [];
  const reach = count === 1 ? '1 span of the free chart reaches' : `${count} spans of the free chart reach`;
  return [`${reach} beyond a reviewed window: there, the bars count as no expansion.`];
}

function describe(config: TrainConfig, toSplit: readonly SplitWindow[], parts: readonly SplitPart[], spans: readonly number[], notes: readonly string[]): TrainingReadiness {
  const count = (part: SplitPart): number => parts.filter((each) => each === part).length;
  const windows = { train: count('train'), val: count('val'), test: count('test') };
  const spansIn = (part: SplitPart): number => spans.reduce((sum, each, n) => (parts[n] === part ? sum + each : sum), 0);
  return {
    reviewedWindows: toSplit.length,
    reviewedSpans: spans.reduce((sum, each) => sum + each, 0),
    windows,
    obstacles: toSplit.length === 0 ? [NOTHING_REVIEWED] : obstacles(config, splitObstacle(toSplit, parts, config.split), windows.train, spansIn('train')),
    warnings: [...notes, ...warnings(config, windows, spansIn('val')), ...splitWarnings(toSplit, parts, config.split)],
  };
}

const NOTHING_REVIEWED = 'No window is reviewed yet: mark the expansions of a window, then complete it.';

function obstacles(config: TrainConfig, ofSplit: string | null, train: number, trainSpans: number): string[] {
  if (ofSplit !== null) return [ofSplit];
  if (config.augmentation?.reverse === true && config.featureScope !== 'window') {
    return ['Features of reversed windows would need the bars behind them: take the feature scope "window", or augmentation.reverse=false.'];
  }
  if (train === 0 && config.split.kind === 'dataset') {
    return ['No reviewed window came with a dataset that puts it into its training part: choose the split in time.'];
  }
  if (train === 0) return ['The split leaves no window to train on: review more windows, or give less to validation and test.'];
  if (trainSpans > 0) return [];
  return [`${train === 1 ? 'The one training window holds no span' : `None of the ${train} training windows holds a span`}: mark at least one expansion.`];
}

const countWindows = (count: number): string => (count === 1 ? '1 window trains' : `${count} windows train`);

function warnings(config: TrainConfig, windows: TrainingReadiness['windows'], valSpans: number): string[] {
  const said: string[] = [];
  if (windows.train > 0 && windows.train < FEW_WINDOWS) said.push(`Only ${countWindows(windows.train)}: expect the model to learn little.`);
  const fewSteps = warnOfFewSteps(stepsPerEpoch(windows.train, config.batchSize), config.epochs);
  if (fewSteps !== null) said.push(fewSteps);
  if (windows.train > 0 && windows.val === 0) said.push('No window validates: the last epoch will count as the best, and the threshold stays at 0.5.');
  if (windows.val > 0 && valSpans === 0) {
    said.push('No window that validates holds a span: precision, recall and F1 will be 0, and the threshold stays at 0.5.');
  }
  if (config.mode !== 'soft' && config.confidence === 'height') said.push('Without a soft mask, confidence as its height changes nothing: take it as weight.');
  if ((config.augmentation?.scale ?? 1) !== 1) said.push('All feature sets are free of scale, so augmentation.scale changes next to nothing but the time that it takes.');
  return said;
}
