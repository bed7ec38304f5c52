// Runs the benchmarks in bench/, all or those whose name holds one of the arguments: `npm run bench -- lstm`.
import { readdirSync } from 'node:fs';
import { inProject } from './support/project.mjs';
import { prepare } from './support/prepare.mjs';
import { runLoudly } from './support/run.mjs';
import { giveUp } from './support/say.mjs';

const node = await prepare();
const wanted = process.argv.slice(2);
const benchmarks = readdirSync(inProject('bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (benchmarks.length === 0) giveUp(`No benchmark in bench/ is named like ${wanted.join(' or ') || '*.bench.ts'}.`);
for (const name of benchmarks) {
  process.stdout.write(`\n${name}\n`);
  const code = await runLoudly(node, [inProject('bench', name)]);
  if (code !== 0) process.exit(code);
}
process.exit(0);
