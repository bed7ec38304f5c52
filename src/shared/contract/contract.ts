import type { ComparisonApi } from './comparison.ts';
import type { ExperimentsApi } from './experiments.ts';
import type { ImportsApi } from './imports.ts';
import type { LabelsApi } from './labels.ts';
import type { PredictionsApi } from './predictions.ts';
import type { ProjectApi } from './project.ts';
import type { ReviewApi } from './review.ts';
import type { SeriesApi } from './series.ts';
import type { SystemApi } from './system.ts';
import type { TrainingApi } from './training.ts';
import type { WeightsApi } from './weights.ts';
import type { WindowsApi } from './windows.ts';

/** All that a renderer can ask of the core, one file per area. */
export type CoreApi = ProjectApi & SystemApi & SeriesApi & ImportsApi & LabelsApi & WindowsApi & TrainingApi & ExperimentsApi & PredictionsApi & ComparisonApi & ReviewApi & WeightsApi;

export type MethodName = keyof CoreApi;
export type ParamsOf<Name extends MethodName> = Parameters<CoreApi[Name]>[0];
export type ValueOf<Name extends MethodName> =
  Awaited<ReturnType<CoreApi[Name]>> extends infer Outcome ? (Outcome extends { ok: true; value: infer Value } ? Value : never) : never;
