// What settings are worth: `node scripts/ablations.mjs PROJECT docs/experiments/ref210/*.yaml` trains what is not trained yet and prints Markdown.
import { prepare } from './support/prepare.mjs';
import { inProject } from './support/project.mjs';
import { runLoudly } from './support/run.mjs';

const node = await prepare();
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.exit(await runLoudly(node, [inProject('scripts', 'ablations.ts'), ...process.argv.slice(2)], { cwd }));
