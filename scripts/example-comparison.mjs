// Renews docs/examples/soft-against-crf from a dataset: `node scripts/example-comparison.mjs ref210.json.gz`. Two minutes on two cores.
import { prepare } from './support/prepare.mjs';
import { inProject } from './support/project.mjs';
import { runLoudly } from './support/run.mjs';

const node = await prepare();
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.exit(await runLoudly(node, [inProject('scripts', 'example-comparison.ts'), ...process.argv.slice(2)], { cwd }));
