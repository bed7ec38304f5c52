import { z } from 'zod';
import type { SeriesApi } from '../../../shared/contract/series.ts';
import { countField, nothing, runIdField, seriesIdField, timeField, timeZoneField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const MOST_PARTS = 10_000;
const edgesField = z
  .instanceof(Float64Array)
  .refine((edges) => edges.length >= 2 && edges.length <= MOST_PARTS + 1 && edges.every((edge, n) => Number.isFinite(edge) && (n === 0 || edge >= edges[n - 1])), 'expected ascending times');

export const seriesSchemas: Schemas<SeriesApi> = {
  listSeries: nothing,
  readBars: z.strictObject({ seriesId: seriesIdField, level: countField, fromIndex: countField, count: countField }),
  findBar: z.strictObject({ seriesId: seriesIdField, level: countField, time: timeField }),
  readOverview: z.strictObject({ seriesId: seriesIdField, parts: z.int().min(1).max(MOST_PARTS) }),
  readCoverage: z.strictObject({ seriesId: seriesIdField, edges: edgesField, runId: runIdField.nullable() }),
  setSeriesTimeZone: z.strictObject({ seriesId: seriesIdField, timeZone: timeZoneField }),
};
