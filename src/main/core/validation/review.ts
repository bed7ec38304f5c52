import { z } from 'zod';
import type { ReviewApi, ReviewScope } from '../../../shared/contract/review.ts';
import { TRADING_SESSIONS } from '../../../shared/domain/trading-session.ts';
import { DISAGREEMENT_TYPES } from '../../../shared/domain/verdict.ts';
import { WINDOW_STATES } from '../../../shared/domain/window.ts';
import type { DecisionRequest } from '../../../shared/review/carry-out.ts';
import { DECISION_STATES, type ReviewFilter } from '../../../shared/review/choose-entries.ts';
import { countField, editIdField, runIdField, seriesIdField, timeField, windowIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';
import { decodingField } from './training.ts';

const MAX_PAGE = 1000;
const MAX_TOLERANCE = 1000;

const share = z.number().min(0).max(1);

const scope: z.ZodType<ReviewScope> = z
  .strictObject({
    runId: runIdField,
    decoding: decodingField.optional(),
    threshold: share.optional(),
    tolerance: z.int().min(0).max(MAX_TOLERANCE).optional(),
    states: z.array(z.enum(WINDOW_STATES)).min(1).optional(),
    parts: z.array(z.enum(['train', 'val', 'test', 'embargo'])).min(1).optional(),
  })
  .refine(({ decoding, threshold }) => decoding === undefined || threshold === undefined, { path: ['threshold'], message: 'expected a decoding or a threshold, not both' });

const filter: z.ZodType<ReviewFilter> = z.strictObject({
  types: z.array(z.enum([...DISAGREEMENT_TYPES, 'agreed'])).min(1).optional(),
  seriesId: seriesIdField.optional(),
  windowId: windowIdField.optional(),
  minConfidence: share.optional(),
  maxConfidence: share.optional(),
  from: timeField.optional(),
  to: timeField.optional(),
  session: z.enum(TRADING_SESSIONS.map(({ name }) => name)).optional(),
  decided: z.array(z.enum(DECISION_STATES)).min(1).optional(),
});

const byHand = z
  .strictObject({ startTime: timeField.optional(), endTime: timeField.optional() })
  .refine(({ startTime, endTime }) => startTime !== undefined || endTime !== undefined, 'expected one edge at least');

const confidence = z.number().gt(0).lte(1).optional();

const request: z.ZodType<DecisionRequest> = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('accepted'), confidence }),
  z.strictObject({ decision: z.literal('fixed'), edges: z.union([z.enum(['both', 'start', 'end']), byHand]), confidence }),
  z.strictObject({ decision: z.enum(['rejected', 'unsure']) }),
]);

const bulk = { scope, filter, minScore: share };

export const reviewSchemas: Schemas<ReviewApi> = {
  listReview: z.strictObject({ scope, filter, order: z.enum(['surest', 'time']), offset: countField, limit: z.int().min(0).max(MAX_PAGE) }),
  sumReview: z.strictObject({ scope, seriesId: seriesIdField.optional() }),
  decideReview: z.strictObject({ editId: editIdField, scope, entryId: z.string().regex(/^[1-9]\d{0,14}:[0-9a-zA-Z-]{1,50}$/, 'expected the id of an entry, such as 12:30-41'), request }),
  previewAcceptAbove: z.strictObject(bulk),
  acceptAbove: z.strictObject({ ...bulk, editId: editIdField, token: z.string().min(1).max(200) }),
  listVerdicts: z.strictObject({ seriesId: seriesIdField.optional(), runId: runIdField.optional() }),
};
