import { z } from 'zod';
import { MOST_HIGHER_BARS, type SeriesApi } from '../../../shared/contract/series.ts';
import { HIGHER_TIMEFRAMES } from '../../../shared/domain/higher-timeframe.ts';
import { countField, nothing, runIdField, seriesIdField, timeField, timeZoneField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const MOST_PARTS = 10_000;
const edgesField = z
  .instanceof(Float64Array)
  .refine((edges) => edges.length >= 2 && edges.length <= MOST_PARTS + 1 && edges.every((edge, n) => Number.isFinite(edge) && (n === 0 || edge >= edges[n - 1])), 'expected ascending times');

const timeframeField = z.enum(HIGHER_TIMEFRAMES);
const sideField = z.int().min(0).max(MOST_HIGHER_BARS);

export const seriesSchemas: Schemas<SeriesApi> = {
  listSeries: nothing,
  readBars: z.strictObject({ seriesId: seriesIdField, level: countField, fromIndex: countField, count: countField }),
  findBar: z.strictObject({ seriesId: seriesIdField, level: countField, time: timeField }),
  readHigherBars: z.strictObject({ seriesId: seriesIdField, timeframe: timeframeField, time: timeField, before: sideField, after: sideField }),
  readFormingBar: z.strictObject({ seriesId: seriesIdField, timeframe: timeframeField, time: timeField }),
  readOverview: z.strictObject({ seriesId: seriesIdField, parts: z.int().min(1).max(MOST_PARTS) }),
  readCoverage: z.strictObject({ seriesId: seriesIdField, edges: edgesField, runId: runIdField.nullable() }),
  setSeriesTimeZone: z.strictObject({ seriesId: seriesIdField, timeZone: timeZoneField }),
};
