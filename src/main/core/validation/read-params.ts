import type { z } from 'zod';
import { ExpanseError } from '../../../shared/contract/errors.ts';

/** The parameters as their schema reads them. Throws ExpanseError 'invalid-input' that names each wrong field. */
export function readParams<Params>(method: string, schema: z.ZodType<Params>, params: unknown): Params {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'parameters'}: ${message}`);
  throw new ExpanseError('invalid-input', `${method}: ${faults.join('; ')}.`, 'Correct the named fields and try again.');
}
