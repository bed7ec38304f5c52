import { ExpanseError } from '../../shared/contract/errors.ts';

/** Answers what `work` answers; what it finds wrong with the content of a file gets the file's name. */
export function namingFile<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof ExpanseError)) throw thrown;
    throw new ExpanseError(thrown.kind, `${name}: ${thrown.message}`, thrown.nextStep, { cause: thrown });
  }
}
