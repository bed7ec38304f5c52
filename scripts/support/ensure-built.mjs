import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { inProject, root } from './project.mjs';
import { runQuietly } from './run.mjs';
import { giveUp, say } from './say.mjs';

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'tsconfig.base.json', 'package-lock.json'];
const STAMP = inProject('out', 'sources.sha256');

/**
 * Bundles renderer and Electron entries into out/, unless they were built from the sources as they are.
 * @param {string} node
 */
export async function ensureBuilt(node) {
  const sources = hashOfSources();
  if (stampOfBuild() === sources) return;
  await oneAtATime('building', async () => {
    // Another command may have built meanwhile.
    if (stampOfBuild() === sources) return;
    say('Building …');
    await build(node);
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, sources);
  });
}

/** @param {string} node */
async function build(node) {
  rmSync(STAMP, { force: true });
  const { code, output } = await runQuietly(node, [inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build']);
  if (code !== 0) giveUp(`${output}\nThe build failed: see the message above.`);
}

function stampOfBuild() {
  if (!existsSync(inProject('out', 'renderer', 'index.html')) || !existsSync(STAMP)) return null;
  return readFileSync(STAMP, 'utf8');
}

/** Contents, not times of change: a fresh checkout of the same sources needs no new build. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(inProject(source))) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name)));
}
