import { z } from 'zod';
import type { WindowsApi } from '../../../shared/contract/windows.ts';
import { WINDOW_STATES } from '../../../shared/domain/window.ts';
import { countField, runIdField, seriesIdField, timeField, windowIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const MAX_PAGE = 1000;
const MAX_LENGTH = 10_000;
const MAX_DRAWN = 250_000;

const order = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('time') }),
  z.strictObject({ kind: z.literal('random'), seed: z.int().min(0).max(2 ** 31 - 1) }),
  z.strictObject({ kind: z.enum(['uncertain', 'disagreeing']), runId: runIdField }),
]);
const view = {
  seriesId: seriesIdField.optional(),
  state: z.enum(WINDOW_STATES).optional(),
  skipReason: z.string().max(1000).optional(),
  from: timeField.optional(),
  to: timeField.optional(),
  labelled: z.boolean().optional(),
  order: order.optional(),
};
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
  listWindows: z.strictObject({ ...view, offset: countField, limit: z.int().min(0).max(MAX_PAGE) }),
  readWindow: z.strictObject({ windowId: windowIdField }),
  findWindowAt: z.strictObject({ seriesId: seriesIdField, time: timeField }),
  findInQueue: z.strictObject({ ...view, windowId: windowIdField }),
  listSkipReasons: z.strictObject({ seriesId: seriesIdField.optional() }),
  nextWindow: z.strictObject({ ...view, after: windowIdField.nullable(), direction: z.enum(['next', 'previous']) }),
};
