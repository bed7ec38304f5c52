// Opens the app: in Electron, else in the browser, with the reason in one line.
import { cudaHint } from './support/cuda-hint.mjs';
import { hasDisplay } from './support/desktop.mjs';
import { ensureBuilt } from './support/ensure-built.mjs';
import { ensureElectron } from './support/electron-binary.mjs';
import { openInElectron } from './support/open-in-electron.mjs';
import { prepare } from './support/prepare.mjs';
import { giveUp, say } from './support/say.mjs';
import { serveToBrowser } from './support/serve-to-browser.mjs';
import { readStartOptions, USAGE } from './support/start-options.mjs';

const options = readOptions();
// Ctrl+C is the way to end it, and no failure.
const node = await prepare(() => 0);
const hint = cudaHint();
if (hint !== null) say(hint);
const [electron] = await Promise.all([electronIfWanted(), ensureBuilt(node)]);
const attempt = 'executable' in electron ? await openInElectron(electron.executable, options.project) : electron;
if ('code' in attempt) process.exit(attempt.code);
say(`Opening in the browser: ${attempt.reason}.`);
process.exit(await serveToBrowser(node, options));

function readOptions() {
  try {
    return readStartOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  } catch (error) {
    return giveUp(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

async function electronIfWanted() {
  if (options.browser) return { reason: 'you asked for it' };
  if (!hasDisplay()) return { reason: 'there is no display for Electron here' };
  return ensureElectron(node);
}
