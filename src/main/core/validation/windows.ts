import { z } from 'zod';
import type { WindowsApi } from '../../../shared/contract/windows.ts';
import { WINDOW_STATES } from '../../../shared/domain/window.ts';
import { countField, seriesIdField, timeField, windowIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const MAX_PAGE = 1000;
const MAX_LENGTH = 10_000;
const MAX_DRAWN = 250_000;

const filter = { seriesId: seriesIdField.optional(), state: z.enum(WINDOW_STATES).optional() };
const bars = z.int().min(1).max(MAX_LENGTH);

const drawn = { count: z.int().min(1).max(MAX_DRAWN), seed: z.int().min(0).max(2 ** 31 - 1) };
const take = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every') }),
  z.strictObject({ kind: z.literal('random'), ...drawn }),
  z.strictObject({ kind: z.literal('stratified'), by: z.enum(['session', 'volatility']), ...drawn }),
  z.strictObject({ kind: z.literal('rule'), ...drawn }),
]);

export const windowsSchemas: Schemas<WindowsApi> = {
  makeWindows: z.strictObject({
    seriesId: seriesIdField,
    length: bars.min(2),
    stride: bars,
    from: timeField.optional(),
    to: timeField.optional(),
    take: take.optional(),
  }),
  listWindows: z.strictObject({ ...filter, offset: countField, limit: z.int().min(0).max(MAX_PAGE) }),
  readWindow: z.strictObject({ windowId: windowIdField }),
  findWindowAt: z.strictObject({ seriesId: seriesIdField, time: timeField }),
  nextWindow: z.strictObject({ ...filter, after: windowIdField.nullable(), direction: z.enum(['next', 'previous']) }),
};
