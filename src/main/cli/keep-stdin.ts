import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface KeptStdin {
  readonly path: string;
  remove(): Promise<void>;
}

/** What comes in on stdin, as a temporary file, because formats are recognised from the whole. */
export async function keepStdin(): Promise<KeptStdin> {
  const folder = await mkdtemp(join(tmpdir(), 'expanse-stdin-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'stdin');
  try {
    await pipeline(process.stdin, createWriteStream(path));
  } catch (cause) {
    await remove();
    throw cause;
  }
  return { path, remove };
}
