import { Buffer } from 'node:buffer';
import { z } from 'zod';
import type { ProjectApi } from '../../../shared/contract/project.ts';
import { nothing } from './fields.ts';
import type { Schemas } from './schemas.ts';

/** File systems end at 255 bytes, and SQLite adds to the name. */
const MOST_NAME_BYTES = 200;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

// It becomes a file's name on any system.
const projectName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u, 'expected a name without \\ / : * ? " < > |')
  .refine((name) => !name.startsWith('.') && !name.endsWith('.'), 'expected a name that neither begins nor ends with a dot')
  .refine((name) => !RESERVED.test(name), 'expected a name that Windows does not keep for its devices')
  .refine((name) => Buffer.byteLength(name) <= MOST_NAME_BYTES, 'expected a shorter name');

export const projectSchemas: Schemas<ProjectApi> = {
  readProject: nothing,
  createProject: z.strictObject({ name: projectName }),
  openProject: z.strictObject({ path: z.string().min(1).max(4096) }),
  closeProject: nothing,
  listRecentProjects: nothing,
  createSampleProject: z.strictObject({ seed: z.int().min(0).max(0xffff_ffff) }),
};
