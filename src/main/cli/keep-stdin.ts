import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface KeptStdin {
  readonly path: string;
  remove(): void;
}

/** What comes in on stdin, as a temporary file, because formats are recognised from the whole. */
export async function keepStdin(): Promise<KeptStdin> {
  const folder = await mkdtemp(join(tmpdir(), 'expanse-stdin-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // A signal ends the process without unwinding what called this.
  process.once('exit', remove);
  const path = join(folder, 'stdin');
  try {
    await pipeline(process.stdin, createWriteStream(path));
  } catch (cause) {
    remove();
    throw cause;
  }
  return { path, remove };
}
