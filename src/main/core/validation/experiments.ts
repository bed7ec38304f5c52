import { z } from 'zod';
import type { ExperimentsApi } from '../../../shared/contract/experiments.ts';
import { EXPERIMENT_KINDS } from '../../../shared/domain/experiment.ts';
import { experimentIdField, nothing } from './fields.ts';
import type { Schemas } from './schemas.ts';
import { annotationFields, runNameField, trainConfigField } from './training.ts';

export const MOST_MEMBERS = 1000;

const member = z.strictObject({ label: z.string().trim().min(1).max(500), group: z.string().max(500), config: trainConfigField });
const plan = { kind: z.enum(EXPERIMENT_KINDS), members: z.array(member).min(1).max(MOST_MEMBERS) };
const one = z.strictObject({ experimentId: experimentIdField });

export const experimentsSchemas: Schemas<ExperimentsApi> = {
  startExperiment: z.strictObject({ ...plan, name: runNameField.optional() }),
  resumeExperiment: one,
  cancelExperiment: one,
  listExperiments: nothing,
  findExperiment: z.strictObject(plan),
  readExperiment: one,
  renameExperiment: z.strictObject({ experimentId: experimentIdField, name: runNameField }),
  annotateExperiment: z.strictObject({ experimentId: experimentIdField, ...annotationFields }),
};
