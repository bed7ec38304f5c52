import { ExpanseError } from '../../shared/contract/errors.ts';

const CHECK_OPTIONS = 'Check that it is the right file, or correct how it is read: in the preview, or by the options of the command.';

export const badFile = (file: string, problem: string, nextStep = CHECK_OPTIONS, cause?: unknown): ExpanseError =>
  new ExpanseError('bad-file', `${file}: ${problem}`, nextStep, { cause });

/** Runs a parser on bytes that may be anything: whatever it throws becomes a 'bad-file' error that names the file. */
export async function guardParser<T>(file: string, what: string, parse: () => T | Promise<T>): Promise<T> {
  try {
    return await parse();
  } catch (cause) {
    if (cause instanceof ExpanseError) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw badFile(file, `it could not be read as ${what} (${detail}).`, undefined, cause);
  }
}
