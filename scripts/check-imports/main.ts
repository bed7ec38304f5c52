import { fileURLToPath } from 'node:url';
import { checkTree } from './check-tree.ts';
import { RULES } from './rules.ts';

const problems = checkTree(fileURLToPath(new URL('../..', import.meta.url)), RULES);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
