import { z } from 'zod';
import type { WeightsApi } from '../../../shared/contract/weights.ts';
import { FEATURE_SET_NAMES } from '../../../shared/engine/features/feature-set.ts';
import { fileTokenField, runIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';
import { runNameField } from './training.ts';

export const weightsSchemas: Schemas<WeightsApi> = {
  importWeights: z.strictObject({ file: fileTokenField, name: runNameField.optional(), features: z.enum(FEATURE_SET_NAMES).optional() }),
  exportWeights: z.strictObject({ runId: runIdField, checkpoint: z.enum(['best', 'last']).optional() }),
};
