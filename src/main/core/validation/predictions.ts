import { z } from 'zod';
import type { PredictionsApi } from '../../../shared/contract/predictions.ts';
import { jobIdField, runIdField, seriesIdField, timeField, windowIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const threshold = z.number().min(0).max(1).optional();

export const predictionsSchemas: Schemas<PredictionsApi> = {
  predictSeries: z.strictObject({ runId: runIdField, seriesId: seriesIdField, jobId: jobIdField }),
  readSeriesPrediction: z.strictObject({ runId: runIdField, seriesId: seriesIdField, from: timeField, to: timeField, threshold }),
  readWindowPrediction: z.strictObject({ runId: runIdField, windowId: windowIdField, threshold }),
  readPredictionChanges: z.strictObject({ from: runIdField, to: runIdField, seriesId: seriesIdField, near: timeField }),
  evaluateRun: z.strictObject({ runId: runIdField, part: z.enum(['train', 'val', 'test', 'embargo']) }),
};
