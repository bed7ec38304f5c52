// The command line: `npm run -s expanse -- <command>`. Runs from source; only `serve` needs the built renderer.
import { ensureBuilt } from './support/ensure-built.mjs';
import { environment } from './support/pinned-node.mjs';
import { prepare } from './support/prepare.mjs';
import { inProject } from './support/project.mjs';
import { runLoudly } from './support/run.mjs';

const args = process.argv.slice(2);
const node = await prepare();
if (args[0] === 'serve') await ensureBuilt(node);

// Paths are meant from where the person stands, not from the project's root, where npm starts its scripts.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.exit(await runLoudly(node, [inProject('src', 'main', 'cli', 'main.ts'), ...args], { cwd, env: environment() }));
