import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore, type Core } from '../../../src/main/core/core.ts';
import type { CoreOptions } from '../../../src/main/core/context.ts';
import { ExpanseError } from '../../../src/shared/contract/errors.ts';
import type { Result } from '../../../src/shared/contract/result.ts';

export interface Workplace {
  readonly folder: string;
  readonly projectPath: string;
  options(changes?: Partial<CoreOptions>): CoreOptions;
  open(changes?: Partial<CoreOptions>): Core;
  remove(): void;
}

/** A folder of its own for a core's settings and projects. */
export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-core-'));
  const projectPath = join(folder, 'test.expanse');
  const options = (changes?: Partial<CoreOptions>): CoreOptions => ({
    host: 'browser',
    version: '1.2.3',
    dataFolder: join(folder, 'data'),
    projectsFolder: join(folder, 'projects'),
    projectPath,
    startTrainer: () => {
      throw new Error('this test starts no trainer');
    },
    ...changes,
  });
  return { folder, projectPath, options, open: (changes) => createCore(options(changes)), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The value of a request that must succeed. */
export async function valueOf<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new ExpanseError(result.error.kind, result.error.message, result.error.nextStep);
}
