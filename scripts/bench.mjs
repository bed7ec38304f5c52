// Runs one of the benchmarks in bench/ with its options: `npm run bench -- train --threads 2 --json`. Without a name: lists them.
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { inProject } from './support/project.mjs';
import { prepare } from './support/prepare.mjs';
import { runLoudly } from './support/run.mjs';
import { giveUp } from './support/say.mjs';

const ENDING = '-bench.ts';

const [name, ...options] = process.argv.slice(2);
const files = readdirSync(inProject('bench'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ENDING));
const chosen = files.find((file) => basename(file, ENDING) === name);
if (chosen === undefined) {
  const names = files.map((file) => basename(file, ENDING)).toSorted();
  giveUp(`${name === undefined ? 'Name a benchmark' : `There is no benchmark "${name}"`}: ${names.join(', ')}.`);
}
process.exit(await runLoudly(await prepare(), [inProject('bench', chosen), ...options]));
