import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './options.ts';

/** What the benchmarks of the app on a long series take: --json, --bars, --spans and --rounds. */
export function readLongOptions(defaultRounds: number) {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      bars: { type: 'string', default: '2000000' },
      spans: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: String(defaultRounds) },
    },
  });
  const size = { bars: count('bars', values.bars), spans: count('spans', values.spans) };
  return { size, rounds: count('rounds', values.rounds), json: values.json };
}

export interface LongProject {
  /** Of its own, for whatever else is measured on the same disk. */
  readonly folder: string;
  readonly path: string;
  remove(): void;
}

/** One made-up series with labels all over it, made by a process of its own, whose memory goes with it. */
export function makeLongProject({ bars, spans }: { readonly bars: number; readonly spans: number }): LongProject {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-bench-'));
  const path = join(folder, 'made.expanse');
  execFileSync(process.execPath, [join(import.meta.dirname, 'make-long-project.ts'), path, String(bars), String(spans)], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
