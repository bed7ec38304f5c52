import { z } from 'zod';
import type { ProjectApi } from '../../../shared/contract/project.ts';
import { nothing } from './fields.ts';
import type { Schemas } from './schemas.ts';

// It becomes a file's name on any system.
const projectName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u, 'expected a name without \\ / : * ? " < > |')
  .refine((name) => !name.startsWith('.') && !name.endsWith('.'), 'expected a name that neither begins nor ends with a dot');

export const projectSchemas: Schemas<ProjectApi> = {
  readProject: nothing,
  createProject: z.strictObject({ name: projectName }),
  openProject: z.strictObject({ path: z.string().min(1) }),
  closeProject: nothing,
  listRecentProjects: nothing,
  createSampleProject: z.strictObject({ seed: z.int().min(0).max(0xffff_ffff) }),
};
