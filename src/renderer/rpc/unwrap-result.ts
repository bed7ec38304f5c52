import { ExpanseError } from '../../shared/contract/errors.ts';
import type { Result } from '../../shared/contract/result.ts';

/** The value of a request's outcome; throws its error as ExpanseError. */
export function unwrapResult(outcome: unknown): unknown {
  const result = outcome as Result<unknown>;
  if (result.ok) return result.value;
  const { kind, message, nextStep } = result.error;
  throw new ExpanseError(kind, message, nextStep);
}
