import { toAppError } from '../../shared/contract/errors.ts';

export interface Outcome {
  readonly json: object;
  /** '': stdout has what was asked for already. */
  readonly text: string;
}

export function printOutcome({ json, text }: Outcome, asJson = false): void {
  const line = asJson ? JSON.stringify(json) : text;
  if (line !== '') process.stdout.write(`${line}\n`);
}

/** In words on stderr, and under --json as an object with the one key `error` on stdout. */
export function printError(thrown: unknown, asJson = false): void {
  const error = toAppError(thrown);
  process.stderr.write(`${error.message}\n${error.nextStep}\n(${error.kind})\n`);
  if (error.kind === 'internal' && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`);
  if (asJson) process.stdout.write(`${JSON.stringify({ error })}\n`);
}
