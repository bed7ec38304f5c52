import { z } from 'zod';
import type { LabelCommand, LabelsApi, SpanDraft, SpanScope } from '../../../shared/contract/labels.ts';
import { SPAN_TYPES, type SpanPatch } from '../../../shared/domain/span.ts';
import { WINDOW_STATES } from '../../../shared/domain/window.ts';
import { countField, editIdField, nothing, runIdField, seriesIdField, spanIdField, timeField, windowIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const MAX_TEXT = 10_000;
const MAX_BATCH = 10_000;
const MAX_HISTORY = 1000;

const confidence = z.number().gt(0).lte(1);
const uncertainty = z.number().nonnegative();
const text = z.string().max(MAX_TEXT);
const spanType = z.enum(SPAN_TYPES).nullable();
const direction = z.enum(['up', 'down']).nullable();

const spanDraft: z.ZodType<SpanDraft> = z.strictObject({
  id: spanIdField,
  seriesId: seriesIdField,
  windowId: windowIdField.nullable(),
  startTime: timeField,
  endTime: timeField,
  confidence,
  startUncertainty: uncertainty.optional(),
  endUncertainty: uncertainty.optional(),
  type: spanType.optional(),
  direction: direction.optional(),
  note: text.optional(),
  source: z.enum(['person', 'import', 'prediction']).optional(),
  score: z.number().min(0).max(1).nullable().optional(),
  runId: runIdField.optional(),
});

const spanPatch: z.ZodType<SpanPatch> = z.strictObject({
  startTime: timeField.optional(),
  endTime: timeField.optional(),
  confidence: confidence.optional(),
  startUncertainty: uncertainty.optional(),
  endUncertainty: uncertainty.optional(),
  type: spanType.optional(),
  direction: direction.optional(),
  note: text.optional(),
});

const countedScope = { seriesId: seriesIdField, windowId: windowIdField.nullable() };
const spanScope: z.ZodType<SpanScope> = z.strictObject({ ...countedScope, ofType: spanType.optional() });

const command: z.ZodType<LabelCommand> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create-span'), span: spanDraft }),
  z.strictObject({ kind: z.literal('update-span'), id: spanIdField, patch: spanPatch }),
  z.strictObject({ kind: z.literal('delete-span'), id: spanIdField }),
  z.strictObject({
    kind: z.literal('set-window-state'),
    windowId: windowIdField,
    state: z.enum(WINDOW_STATES),
    skipReason: text.optional(),
  }),
  z.strictObject({ kind: z.literal('delete-spans'), scope: spanScope }),
  z.strictObject({ kind: z.literal('set-type'), scope: spanScope, type: spanType }),
  z.strictObject({
    kind: z.literal('batch'),
    description: z.string().min(1).max(MAX_TEXT),
    commands: z.lazy(() => z.array(command).min(1).max(MAX_BATCH)),
  }),
]);

export const labelsSchemas: Schemas<LabelsApi> = {
  editLabels: z.strictObject({ editId: editIdField, command }),
  undo: z.strictObject({ editId: editIdField }),
  redo: z.strictObject({ editId: editIdField }),
  readSpans: z.strictObject({ seriesId: seriesIdField, from: timeField, to: timeField }),
  goToEdit: z.strictObject({ editId: editIdField, sequence: countField }),
  readHistory: z.strictObject({ offset: countField, limit: z.int().min(0).max(MAX_HISTORY), seriesId: seriesIdField.optional(), windowId: windowIdField.optional(), steps: z.boolean().optional(), until: timeField.optional() }),
  readWindowAsOf: z.strictObject({ windowId: windowIdField, sequence: countField }),
  readSpansAsOf: z.strictObject({ seriesId: seriesIdField, from: timeField, to: timeField, sequence: countField }),
  countSpans: z.strictObject(countedScope),
  readTags: nothing,
  readUndoState: nothing,
};
