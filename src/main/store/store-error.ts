import { ExpanseError } from '../../shared/contract/errors.ts';

const OTHER_FILE = 'Choose another file, or create a new project.';

interface Explanation {
  readonly what: string;
  readonly nextStep: string;
}

const IN_USE: Explanation = {
  what: 'is open in another program',
  nextStep: 'Close it there (another Expanse window, server or command), then try again.',
};
const WRITE_PROTECTED: Explanation = {
  what: 'may not be written to',
  nextStep: 'Allow writing to the file and its folder, or copy it elsewhere.',
};
const FULL: Explanation = {
  what: 'cannot grow: the disk is full',
  nextStep: 'Free some space, then try again; what was acknowledged before is safe.',
};

// Primary result codes of SQLite that a person can do something about.
const EXPLANATIONS: readonly (readonly [prefix: string, explanation: Explanation])[] = [
  ['SQLITE_BUSY', IN_USE],
  ['SQLITE_LOCKED', IN_USE],
  ['SQLITE_NOTADB', { what: 'is not an Expanse project', nextStep: OTHER_FILE }],
  ['SQLITE_CORRUPT', { what: 'is damaged', nextStep: 'Restore the file from a backup; it was left as it is.' }],
  ['SQLITE_CANTOPEN', { what: 'cannot be opened', nextStep: 'Check that the file exists and that its folder may be written to.' }],
  ['SQLITE_READONLY', WRITE_PROTECTED],
  ['SQLITE_PERM', WRITE_PROTECTED],
  ['SQLITE_FULL', FULL],
  ['SQLITE_IOERR', { what: 'cannot be read or written', nextStep: 'Check the disk, then open the project again.' }],
];

/** Turns what SQLite throws about a project file into a 'project' error; anything else is returned as it is. */
export function explainStoreError(thrown: unknown, path: string): unknown {
  const code = sqliteCode(thrown);
  const found = EXPLANATIONS.find(([prefix]) => code?.startsWith(prefix));
  if (found === undefined) return thrown;
  const [, { what, nextStep }] = found;
  return new ExpanseError('project', `${path} ${what}.`, nextStep, { cause: thrown });
}

function sqliteCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
