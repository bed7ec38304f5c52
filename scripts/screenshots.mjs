// Renews the pictures of README.md and docs/review.md from the running app, or keeps every screen in a folder: `npm run screenshots -- FOLDER`.
import { ensureBuilt } from './support/ensure-built.mjs';
import { prepare } from './support/prepare.mjs';
import { inProject } from './support/project.mjs';
import { runLoudly } from './support/run.mjs';

const node = await prepare();
await ensureBuilt(node);
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.exit(await runLoudly(node, [inProject('scripts', 'screenshots.ts'), ...process.argv.slice(2)], { cwd }));
