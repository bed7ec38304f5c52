import { z } from 'zod';
import type { ImportOptions, ImportsApi } from '../../../shared/contract/imports.ts';
import { fileTokenField, importIdField, jobIdField, nothing } from './fields.ts';
import type { Schemas } from './schemas.ts';

const MAX_BYTES = 1_500_000_000;
const MAX_TIMEFRAME_MS = 366 * 86_400_000;
const name = z.string().min(1).max(255);

const columnRole = z.enum(['time', 'date', 'timeOfDay', 'open', 'high', 'low', 'close', 'volume']);

const fields = {
  format: name,
  delimiter: z.string().length(1).nullable(),
  hasHeader: z.boolean(),
  columns: z.partialRecord(columnRole, z.int().nonnegative()),
  timeFormat: name,
  timeZone: name,
  stampsAreBarEnd: z.boolean(),
  symbol: z.string().trim().min(1, 'the symbol is missing').max(64),
  timeframeMs: z.int().positive().max(MAX_TIMEFRAME_MS),
  member: z.string().min(1).max(1000).nullable(),
};
const importOptions: z.ZodType<ImportOptions> = z.strictObject(fields);
// A preview may still lack the symbol.
const corrections: z.ZodType<Partial<ImportOptions>> = z.strictObject({ ...fields, symbol: z.string().max(64) }).partial();

export const importsSchemas: Schemas<ImportsApi> = {
  beginUpload: z.strictObject({ name, bytes: z.int().nonnegative().max(MAX_BYTES) }),
  uploadChunk: z.strictObject({ file: fileTokenField, offset: z.int().nonnegative(), bytes: z.instanceof(Uint8Array) }),
  dropFile: z.strictObject({ file: fileTokenField }),
  previewImport: z.strictObject({ file: fileTokenField, options: corrections.optional() }),
  importBars: z.strictObject({ file: fileTokenField, options: importOptions, jobId: jobIdField }),
  importDataset: z.strictObject({ file: fileTokenField, jobId: jobIdField }),
  listImports: nothing,
  readImportReport: z.strictObject({ importId: importIdField }),
};
