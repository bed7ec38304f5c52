import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { CUDA_NEEDS, cudaFolder, findTensorflow, hasAddon, hasCudaBuild, TENSORFLOW_PACKAGES, TENSORFLOW_VERSION } from '../../environment/tensorflow-packages.mjs';
import { runStep, type Step } from './run-step.ts';

const PACKAGE = TENSORFLOW_PACKAGES['tensorflow-gpu'];
const WATCH_MS = 1_000;

export interface CudaMachine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** A file of the NVIDIA driver; null: there is none. */
  readonly driver: string | null;
  /** The program's root, and the app's data folder. */
  readonly root: string;
  readonly data: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface InstallNews {
  say(message: string): void;
  /** How much of libtensorflow has been unpacked. */
  megabytes(unpacked: number): void;
}

/**
 * Installs tfjs-node-gpu of our version into a folder of its own in the app's data folder, where npm's work on the program
 * does not reach it, and lets only that one package run its install script, which downloads libtensorflow. All is made beside
 * its place and moved there at the end: a half of it never looks like a whole. Returns the folder.
 * Throws ExpanseError 'not-found' where there is nothing to install it for, 'trainer' where it failed, 'cancelled' on `signal`.
 */
export async function installCuda(machine: CudaMachine, news: InstallNews, signal: AbortSignal): Promise<string> {
  refuseWithoutUse(machine);
  const present = findTensorflow('tensorflow-gpu', machine.root, machine.data);
  if (present !== null && hasAddon(present)) {
    news.say(`${PACKAGE} is there already, in ${present}.`);
    return present;
  }
  const place = cudaFolder(machine.data);
  const draft = `${place}.unfinished`;
  try {
    await makeDraft(draft, machine.env, news, signal);
    rmSync(place, { recursive: true, force: true });
    renameSync(draft, place);
  } catch (thrown) {
    throw explain(thrown, signal);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  news.say(`${PACKAGE} ${TENSORFLOW_VERSION} is installed in ${place}.`);
  return join(place, 'node_modules', PACKAGE);
}

function refuseWithoutUse({ platform, arch, driver }: CudaMachine): void {
  if (driver === null) {
    throw new ExpanseError('not-found', 'No NVIDIA driver was found, so nothing was installed.', `CUDA takes ${CUDA_NEEDS}. Training computes without it all the same.`);
  }
  if (!hasCudaBuild(platform, arch)) {
    throw new ExpanseError('not-found', `TensorFlow is not built with CUDA for ${platform} ${arch}, so nothing was installed.`, `It takes ${CUDA_NEEDS}. Training computes without it all the same.`);
  }
}

async function makeDraft(draft: string, env: NodeJS.ProcessEnv, news: InstallNews, signal: AbortSignal): Promise<void> {
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, dependencies: { [PACKAGE]: TENSORFLOW_VERSION } }));
  news.say(`1 of 2: installing ${PACKAGE} ${TENSORFLOW_VERSION} …`);
  await runStep(npmInstall(draft, env), signal);
  news.say('2 of 2: downloading libtensorflow with CUDA, several hundred megabytes …');
  const folder = join(draft, 'node_modules', ...PACKAGE.split('/'));
  const watch = setInterval(() => news.megabytes(Math.round(bytesUnder(join(folder, 'deps')) / 1e6)), WATCH_MS);
  try {
    await runStep(ownInstallScript(draft, folder, env), signal);
  } finally {
    clearInterval(watch);
  }
  if (!hasAddon(folder)) throw new Error('its install script left no native library');
}

/** All its packages, and none of their scripts. */
function npmInstall(draft: string, env: NodeJS.ProcessEnv): Step {
  // Not the path of the draft: Windows' shell would part it at its spaces.
  const args = ['install', '--prefix', '.', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = env['npm_execpath'];
  if (npm?.endsWith('.js')) return { command: process.execPath, args: [npm, ...args], folder: draft, env };
  return { command: 'npm', args, folder: draft, env };
}

/** What the package's own `install` runs. It calls programs of its packages and `node` by their names. */
function ownInstallScript(draft: string, folder: string, env: NodeJS.ProcessEnv): Step {
  const path = [join(draft, 'node_modules', '.bin'), dirname(process.execPath), env['PATH'] ?? env['Path'] ?? ''].join(delimiter);
  const { PATH: _unix, Path: _windows, ...rest } = env;
  return { command: process.execPath, args: [join('scripts', 'install.js'), 'gpu', 'download'], folder, env: { ...rest, PATH: path } };
}

function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

function explain(thrown: unknown, signal: AbortSignal): ExpanseError {
  if (signal.aborted) return new ExpanseError('cancelled', 'The installation of CUDA\'s back end was stopped.', 'Nothing of it was left behind. Run the command again when you want it.');
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new ExpanseError(
    'trainer',
    `CUDA's back end could not be installed (${reason}).`,
    `It is downloaded from the npm registry and from storage.googleapis.com, and takes ${CUDA_NEEDS}. Nothing of it was left behind; training computes without it.`,
    { cause: thrown },
  );
}
