/**
 * What went wrong, as a value that crosses processes.
 * `invalid-input`: a request that no valid client sends. `bad-file`: a file that could not be read as what it should be.
 * `project`: no project open, not a project, from a newer version, or in use. `conflict`: the data changed meanwhile.
 * `cancelled`: on request. `trainer`: the training process failed. `internal`: our mistake.
 */
export type ErrorKind =
  | 'invalid-input'
  | 'not-found'
  | 'bad-file'
  | 'project'
  | 'conflict'
  | 'cancelled'
  | 'not-enough-data'
  | 'trainer'
  | 'internal';

export interface AppError {
  readonly kind: ErrorKind;
  /** What happened, naming the file, line or field, and what was expected. */
  readonly message: string;
  /** What the person can do now. */
  readonly nextStep: string;
}

/** Thrown inside a process; crosses to the other side as its AppError. */
export class ExpanseError extends Error implements AppError {
  readonly kind: ErrorKind;
  readonly nextStep: string;

  constructor(kind: ErrorKind, message: string, nextStep: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ExpanseError';
    this.kind = kind;
    this.nextStep = nextStep;
  }
}

export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof ExpanseError) {
    return { kind: thrown.kind, message: thrown.message, nextStep: thrown.nextStep };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'internal', message, nextStep: 'Please report this; your labels are safe in the project file.' };
}
