import { z } from 'zod';
import type { ErrorKind } from '../../../shared/contract/errors.ts';
import type { TrainerPageMessage } from '../../../shared/contract/trainer-page.ts';
import { HISTOGRAM_BINS, MOST_WATCHED } from '../../../shared/domain/epoch-view.ts';
import type { EpochRecord } from '../../../shared/domain/run.ts';
import { TASK_NAMES } from '../../../shared/domain/train-config.ts';
import { LONGEST_CURVE } from '../../../shared/engine/training/curve-text.ts';
import type { TrainerMessage } from '../../../shared/engine/training/messages.ts';

// What comes from a trainer in a window or page. Numbers are finite: zod takes no others.
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_NOTES = 20;

const text = z.string().max(4000);
const id = z.uuid();
const count = z.int().nonnegative();
const epoch = z.int().min(1).max(10_000);
const bytes = z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_BYTES, `expected at most ${MOST_BYTES} bytes`);

/** All that such a trainer computes on. */
const backend = z.literal('webgpu');

const perTask = z.strictObject(Object.fromEntries(TASK_NAMES.map((task) => [task, z.number()])) as Record<(typeof TASK_NAMES)[number], z.ZodNumber>);
const losses = z.strictObject({ raw: perTask, weighted: z.number(), sum: z.number() });
const share = z.number().min(0).max(1);
const score = { precision: share, recall: share, f1: share };

const bins = z.array(count).length(HISTOGRAM_BINS);
const memorySize = count.nullable();
const view = z.strictObject({
  histogram: z.strictObject({ inSpan: bins, outSpan: bins }).nullable(),
  priorF1: share.nullable(),
  windows: z.array(z.strictObject({ place: count, curve: z.string().max(LONGEST_CURVE) })).max(MOST_WATCHED),
  memory: z.strictObject({ process: memorySize, backend: memorySize }),
});

const record: z.ZodType<EpochRecord> = z.strictObject({
  epoch,
  train: losses,
  val: losses.nullable(),
  sigmas: perTask,
  taskWeights: perTask,
  learningRate: z.number().nonnegative(),
  gradientNorm: z.number().nonnegative(),
  val05: z.strictObject(score).nullable(),
  valBest: z.strictObject({ ...score, threshold: z.number() }).nullable(),
  separation: z.strictObject({ inMean: z.number(), outMean: z.number(), separation: z.number() }).nullable(),
  seconds: z.number().nonnegative(),
  view: view.optional(),
});

const examined = z.discriminatedUnion('usable', [
  z.strictObject({ name: backend, usable: z.literal(true), secondsPerStep: z.number().positive(), how: text.optional() }),
  z.strictObject({ name: backend, usable: z.literal(false), reason: text }),
]);

const heads = z.strictObject({
  type: z.instanceof(Float32Array),
  pointers: z.instanceof(Float32Array),
  countdown: z.instanceof(Float32Array),
  sequence: z.strictObject({ tags: z.instanceof(Uint8Array), posterior: z.instanceof(Float32Array) }).nullable(),
});

const ERROR_KINDS: readonly ErrorKind[] = ['invalid-input', 'not-found', 'bad-file', 'project', 'conflict', 'cancelled', 'not-enough-data', 'trainer', 'internal'];

export type WebTrainerMessage = TrainerMessage | Extract<TrainerPageMessage, { kind: 'ended' }>;

const messages: z.ZodType<WebTrainerMessage> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), backend, version: z.int(), notes: z.array(text).max(MOST_NOTES) }),
  z.strictObject({ kind: z.literal('progress'), id, done: count, total: count }),
  z.strictObject({ kind: z.literal('epoch'), id, record }),
  z.strictObject({ kind: z.literal('checkpoint'), id, which: z.enum(['best', 'last']), epoch, weights: bytes, optimiser: bytes }),
  z.strictObject({ kind: z.literal('trained'), id, epochs: count, bestEpoch: epoch.nullable(), cancelled: z.boolean() }),
  z.strictObject({ kind: z.literal('predicted'), id, probabilities: z.instanceof(Float32Array), heads: heads.nullable() }),
  z.strictObject({ kind: z.literal('examined'), id, threads: z.int().min(1).max(1024), backends: z.array(examined).max(MOST_NOTES) }),
  z.strictObject({ kind: z.literal('failed'), id, error: z.strictObject({ kind: z.enum(ERROR_KINDS), message: text, nextStep: text }) }),
  z.strictObject({ kind: z.literal('ended'), reason: text }),
]);

/** Throws, in words, for what no trainer of ours says. */
export function readWebTrainerMessage(raw: unknown): WebTrainerMessage {
  const parsed = messages.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new Error(`${path.join('.') || 'the message'}: ${message}`);
}

const offers = z.strictObject({ kind: z.literal('offer'), page: z.uuid(), obstacle: text.nullable() });

/** null: it is none. */
export function readOffer(raw: unknown): Extract<TrainerPageMessage, { kind: 'offer' }> | null {
  return offers.safeParse(raw).data ?? null;
}
