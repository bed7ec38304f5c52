import { z } from 'zod';
import { editId, experimentId, fileToken, importId, jobId, runId, seriesId, spanId, windowId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';

// Fields that several areas share.
export const nothing = z.strictObject({});

const rowId = z.int().positive();
export const seriesIdField = rowId.transform(seriesId);
export const windowIdField = rowId.transform(windowId);
export const runIdField = rowId.transform(runId);
export const experimentIdField = rowId.transform(experimentId);
export const importIdField = rowId.transform(importId);

export const spanIdField = z.uuid().transform(spanId);
export const editIdField = z.uuid().transform(editId);
export const jobIdField = z.uuid().transform(jobId);
export const fileTokenField = z.uuid().transform(fileToken);

/** Milliseconds since 1970, whole. */
export const timeField = z.int().transform(timeMs);
export const countField = z.int().nonnegative();
export const timeZoneField = z.string().refine(isTimeZone, 'expected a time zone such as UTC, America/New_York or +01:00');

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
