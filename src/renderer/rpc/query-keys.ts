import type { BulkOrder, ReviewScope } from '../../shared/contract/review.ts';
import type { QueueView } from '../../shared/contract/windows.ts';
import type { ContenderSource } from '../../shared/domain/comparison.ts';
import type { ExperimentId, ImportId, RunId, SeriesId, WindowId } from '../../shared/domain/ids.ts';
import type { TimeMs } from '../../shared/domain/time.ts';
import type { ReviewFilter } from '../../shared/review/choose-entries.ts';
import type { SplitPart } from '../../shared/domain/window.ts';
import type { BackendSettings, TrainConfig } from '../../shared/domain/train-config.ts';

/** Where react-query keeps what; a shorter key stands for everything under it. */
export const queryKeys = {
  project: ['project'],
  recentProjects: ['recent-projects'],
  system: ['system'],
  settings: ['settings'],
  series: ['series'],
  overview: (id: SeriesId, parts: number) => ['bars', 'overview', id, parts],
  coverages: ['coverage'],
  coverage: (id: SeriesId, parts: number, run: RunId | null) => ['coverage', id, parts, run],
  bars: (seriesId: SeriesId, from: TimeMs, to: TimeMs) => ['bars', seriesId, from, to],
  windows: ['windows'],
  windowLists: ['windows', 'list'],
  windowList: (view: QueueView) => ['windows', 'list', view],
  windowPlace: (view: QueueView, id: WindowId | null) => ['windows', 'list', 'place', view, id],
  skipReasons: (id: SeriesId | undefined) => ['windows', 'list', 'reasons', id],
  windowDetails: ['windows', 'detail'],
  windowDetail: (id: WindowId) => ['windows', 'detail', id],
  spans: ['spans'],
  spanRange: (seriesId: SeriesId, from: TimeMs, to: TimeMs) => ['spans', seriesId, from, to],
  spanCounts: ['span-counts'],
  spanCountsOf: (seriesId: SeriesId, windowId: WindowId | null) => ['span-counts', seriesId, windowId],
  tags: ['tags'],
  undoState: ['undo-state'],
  history: ['history'],
  historyOf: (id: WindowId | null) => ['history', id],
  windowAsOf: (id: WindowId, sequence: number) => ['as-of', 'window', id, sequence],
  spansAsOf: (seriesId: SeriesId, from: TimeMs, to: TimeMs, sequence: number) => ['as-of', 'spans', seriesId, from, to, sequence],
  imports: ['imports'],
  importReport: (id: ImportId) => ['imports', id],
  presets: ['presets'],
  backends: ['backends'],
  backendsOf: ({ threads, wideVectors = false }: BackendSettings) => ['backends', threads, wideVectors],
  retraining: ['retraining'],
  retrainingOf: (id: RunId | null) => ['retraining', id],
  readiness: ['readiness'],
  readinessOf: (config: TrainConfig) => ['readiness', config],
  runs: ['runs'],
  run: (id: RunId) => ['run', id],
  evaluation: (id: RunId, part: SplitPart) => ['run', id, 'evaluation', part],
  experiments: ['experiments'],
  experiment: (id: ExperimentId) => ['experiment', id],
  comparison: (contenders: readonly ContenderSource[], part: SplitPart, states: readonly string[]) => ['comparison', contenders, part, states],
  watched: (id: RunId) => ['run', id, 'watched'],
  watchable: (id: RunId) => ['run', id, 'watchable'],
  review: ['review'],
  reviewLists: ['review', 'list'],
  reviewList: (scope: ReviewScope, filter: ReviewFilter) => ['review', 'list', scope, filter],
  reviewWindow: (scope: ReviewScope, id: WindowId) => ['review', 'window', scope, id],
  reviewSums: (scope: ReviewScope, id: SeriesId | null) => ['review', 'sums', scope, id],
  reviewBulk: (order: BulkOrder) => ['review', 'bulk', order],
  predictions: ['predictions'],
  predictionsOf: (id: RunId) => ['predictions', id],
  windowPrediction: (id: RunId, window: WindowId, threshold: number) => ['predictions', id, 'window', window, threshold],
  seriesPrediction: (id: RunId, series: SeriesId, from: TimeMs, to: TimeMs, threshold: number) =>
    ['predictions', id, 'series', series, from, to, threshold],
} as const;
