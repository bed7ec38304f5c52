import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { readWholeFile } from '../../model-files/read-whole-file.ts';

/** A sweep is a page of text. */
const MOST_BYTES = 2 ** 20;

const values = z.record(z.string().regex(/^\w+(\.\w+)*$/, 'expected a setting such as learningRate or schedule.kind'), z.unknown());
const seeds = z.union([z.int().min(1).max(100), z.array(z.int().min(0).max(2 ** 31 - 1)).min(1).max(100)]);

const sweepFile = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  preset: z.string().optional(),
  set: values.optional(),
  grid: z.record(values.keyType, z.array(z.unknown()).min(1)),
  seeds: seeds.optional(),
  folds: z.int().min(2).max(100).optional(),
  foldsOf: z.enum(['train', 'all']).optional(),
  together: z.array(z.array(z.unknown()).min(2).max(8)).optional(),
});

/** What to try: every combination of the grid's values over the preset, each from every seed and in every fold; `together`: which of them are also judged as one, of no matter to training. */
export type SweepFile = z.infer<typeof sweepFile>;

/** Throws ExpanseError 'not-found', or 'bad-file' that names the file and the line or field that is wrong. */
export async function readSweep(path: string): Promise<SweepFile> {
  const parsed = sweepFile.safeParse(parse(path, new TextDecoder().decode(await readWholeFile(path, MOST_BYTES))));
  if (parsed.success) return parsed.data;
  throw badSweep(path, parsed.error.issues.map(describeIssue).join('; '));
}

function parse(path: string, text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error === undefined) return document.toJS();
  throw badSweep(path, `line ${lines.linePos(error.pos[0]).line}: ${error.message}`, error);
}

export function badSweep(path: string, what: string, cause?: unknown): ExpanseError {
  return new ExpanseError('bad-file', `${path}: ${what}.`, 'Correct the file and run it again; docs/engine.md shows one.', { cause });
}

/** Of a check by zod, in words that name the field. */
export function describeIssue({ code, path, message, ...rest }: z.core.$ZodIssue): string {
  const field = path.join('.');
  const unknown = code === 'unrecognized_keys' ? (rest as { keys: readonly string[] }).keys : [];
  if (unknown.length === 0) return `${field === '' ? 'the file' : field}: ${message}`;
  return unknown.map((key) => `there is no field ${field === '' ? key : `${field}.${key}`}`).join('; ');
}
