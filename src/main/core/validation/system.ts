import { z } from 'zod';
import type { SystemApi } from '../../../shared/contract/system.ts';
import { jobIdField, nothing } from './fields.ts';
import type { Schemas } from './schemas.ts';

const settingKey = z
  .string()
  .max(200)
  .regex(/^[A-Za-z][\w.-]*$/, 'expected letters, digits, dot, dash and underscore, beginning with a letter');

export const systemSchemas: Schemas<SystemApi> = {
  readSystem: nothing,
  readSettings: nothing,
  writeSetting: z.strictObject({ key: settingKey, value: z.json() }),
  cancelJob: z.strictObject({ jobId: jobIdField }),
};
