// Bundles the renderer and the Electron entries into out/, if their sources changed.
import { ensureBuilt } from './support/ensure-built.mjs';
import { prepare } from './support/prepare.mjs';

await ensureBuilt(await prepare());
process.exit(0);
