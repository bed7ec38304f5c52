import type { Nominal } from './nominal.ts';

export type SeriesId = Nominal<number, 'SeriesId'>;
export type WindowId = Nominal<number, 'WindowId'>;
export type RunId = Nominal<number, 'RunId'>;
export type ExperimentId = Nominal<number, 'ExperimentId'>;
export type ImportId = Nominal<number, 'ImportId'>;
/** A UUID, chosen by whoever creates the span, so that undo and redo bring back the same span. */
export type SpanId = Nominal<string, 'SpanId'>;
/** A UUID, chosen by whoever asks for an edit, so that a repeated request is carried out once. */
export type EditId = Nominal<string, 'EditId'>;
/** A UUID. */
export type VerdictId = Nominal<string, 'VerdictId'>;
/** A UUID, chosen by whoever asks for long work, under which its progress is told and it can be cancelled. */
export type JobId = Nominal<string, 'JobId'>;
/** A file that the core may read: an upload in the browser, a file that the person chose in Electron. */
export type FileToken = Nominal<string, 'FileToken'>;

export const seriesId = (value: number): SeriesId => value as SeriesId;
export const windowId = (value: number): WindowId => value as WindowId;
export const runId = (value: number): RunId => value as RunId;
export const experimentId = (value: number): ExperimentId => value as ExperimentId;
export const importId = (value: number): ImportId => value as ImportId;
export const spanId = (value: string): SpanId => value as SpanId;
export const editId = (value: string): EditId => value as EditId;
export const verdictId = (value: string): VerdictId => value as VerdictId;
export const jobId = (value: string): JobId => value as JobId;
export const fileToken = (value: string): FileToken => value as FileToken;

export const newSpanId = (): SpanId => spanId(crypto.randomUUID());
export const newEditId = (): EditId => editId(crypto.randomUUID());
export const newVerdictId = (): VerdictId => verdictId(crypto.randomUUID());
export const newJobId = (): JobId => jobId(crypto.randomUUID());
