import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExpanseError } from '../../shared/contract/errors.ts';

export type Pieces = Iterable<string> | AsyncIterable<string>;

const BLOCK = 65_536;

/**
 * Writes the pieces to a file, which appears when it is complete; a failure leaves what stood there before.
 * Throws ExpanseError 'invalid-input' where the file system refuses.
 */
export async function writeFilePieces(path: string, pieces: Pieces): Promise<void> {
  const partial = `${path}.part`;
  try {
    await pipeline(joinBlocks(pieces), createWriteStream(partial));
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw explainWriting(path, cause);
  }
}

function explainWriting(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error && 'syscall' in cause)) return cause;
  const reason = cause.message.replace(/,.*/s, '');
  return new ExpanseError('invalid-input', `${path} cannot be written (${reason}).`, 'Name a file in a folder that exists, with room left, and that you may write to.', { cause });
}

/** Writes the pieces no faster than the reader takes them, and leaves the output open. A reader who has seen enough is no failure. */
export async function writePieces(output: Writable, pieces: Pieces): Promise<void> {
  try {
    await pipeline(joinBlocks(pieces), output, { end: false });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPIPE')) throw cause;
  }
}

async function* joinBlocks(pieces: Pieces): AsyncGenerator<string> {
  let block = '';
  for await (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
