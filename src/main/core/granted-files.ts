import { randomUUID } from 'node:crypto';
import { fileToken, type FileToken } from '../../shared/domain/ids.ts';
import { ExpanseError } from '../../shared/contract/errors.ts';

export interface GrantedFile {
  readonly path: string;
  /** As the person knows it; an upload's path is a temporary one. */
  readonly name: string;
  readonly temporary: boolean;
}

/** The files that a client may name: those that the person chose, and nothing else of the disk. */
export interface GrantedFiles {
  grant(file: GrantedFile): FileToken;
  /** Throws ExpanseError 'not-found' for a token that was never given or was dropped. */
  find(token: FileToken): GrantedFile;
  /** Forgets the token and returns what it stood for. */
  drop(token: FileToken): GrantedFile | undefined;
  all(): readonly GrantedFile[];
}

export function makeGrantedFiles(): GrantedFiles {
  const files = new Map<FileToken, GrantedFile>();
  return {
    grant: (file) => {
      const token = fileToken(randomUUID());
      files.set(token, file);
      return token;
    },
    find: (token) => {
      const file = files.get(token);
      if (file !== undefined) return file;
      throw new ExpanseError('not-found', 'The file is no longer at hand.', 'Choose or drop the file again.');
    },
    drop: (token) => {
      const file = files.get(token);
      files.delete(token);
      return file;
    },
    all: () => [...files.values()],
  };
}
