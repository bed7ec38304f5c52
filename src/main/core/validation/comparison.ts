import { z } from 'zod';
import type { ComparisonApi } from '../../../shared/contract/comparison.ts';
import { experimentIdField, runIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const ofRun = z.strictObject({ kind: z.literal('run'), runId: runIdField });
const ofExperiment = z.strictObject({ kind: z.literal('experiment'), experimentId: experimentIdField, group: z.string().max(500).nullable() });
const together = z.strictObject({ kind: z.literal('together'), parts: z.array(z.discriminatedUnion('kind', [ofRun, ofExperiment])).min(2).max(8) });
const source = z.discriminatedUnion('kind', [ofRun, ofExperiment, together]);
const wanted = z.strictObject({ contenders: z.array(source).min(2).max(8), part: z.enum(['train', 'val', 'test']) });

export const comparisonSchemas: Schemas<ComparisonApi> = { compare: wanted, reportComparison: wanted };
