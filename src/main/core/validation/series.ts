import { z } from 'zod';
import type { SeriesApi } from '../../../shared/contract/series.ts';
import { countField, nothing, seriesIdField, timeField, timeZoneField } from './fields.ts';
import type { Schemas } from './schemas.ts';

export const seriesSchemas: Schemas<SeriesApi> = {
  listSeries: nothing,
  readBars: z.strictObject({ seriesId: seriesIdField, level: countField, fromIndex: countField, count: countField }),
  findBar: z.strictObject({ seriesId: seriesIdField, level: countField, time: timeField }),
  setSeriesTimeZone: z.strictObject({ seriesId: seriesIdField, timeZone: timeZoneField }),
};
