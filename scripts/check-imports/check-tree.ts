import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCycles } from './find-cycles.ts';
import { judge, resolveTarget } from './judge.ts';
import { readImports } from './read-imports.ts';
import type { Rule } from './rules.ts';

/** Every wrong import and every cycle under `src/` of this root, one line of text each. */
export function checkTree(root: string, rules: readonly Rule[]): readonly string[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.includes('/assembly/'));
  const imports = new Map(files.map((file) => [file, readImports(file, readFileSync(join(root, file), 'utf8'))]));
  const wrong = files.flatMap((file) => judge(file, imports.get(file)!, rules));
  const graph = new Map(files.map((file) => [file, imports.get(file)!.map(({ specifier }) => resolveTarget(file, specifier))]));
  return [
    ...wrong.map(({ file, line, target, why }) => `${file}:${line} imports ${target}: ${why}`),
    ...findCycles(graph).map((cycle) => `cycle: ${cycle.join(' -> ')}`),
  ];
}
