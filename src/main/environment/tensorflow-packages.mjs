// JavaScript, because the start script needs it, too, on whatever Node the person has.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** npm packages of the back ends, by the back end's name. */
export const TENSORFLOW_PACKAGES = /** @type {const} */ ({ 'tensorflow-gpu': '@tensorflow/tfjs-node-gpu', tensorflow: '@tensorflow/tfjs-node' });

/** @typedef {keyof typeof TENSORFLOW_PACKAGES} TensorflowName */

/** The version of TensorFlow.js that everything else of the app has. */
export const TENSORFLOW_VERSION = '4.22.0';

/** What a GPU takes, in words: what the libtensorflow 2.9.1 of that version was built with. */
export const CUDA_NEEDS = 'an NVIDIA GPU with its driver, CUDA 11.2 and cuDNN 8.1, on Linux or Windows (x64)';

/**
 * Whether libtensorflow is built with CUDA for this kind of machine.
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export const hasCudaBuild = (platform, arch) => arch === 'x64' && (platform === 'linux' || platform === 'win32');

/**
 * Where `doctor --install-cuda` puts the package: beyond the reach of npm, which clears the program's own packages.
 * @param {string} data the app's data folder
 */
export const cudaFolder = (data) => join(data, 'tensorflow-gpu');

/**
 * Whether a package's folder holds its native library, which its install script downloads. Looks at files only: loading it
 * would start TensorFlow.
 * @param {string} folder
 */
export const hasAddon = (folder) => existsSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'));

/**
 * The package's folder, rather one with its native library; null: it is not installed.
 * @param {TensorflowName} name
 * @param {string} root the program's root
 * @param {string} data the app's data folder
 * @returns {string | null}
 */
export function findTensorflow(name, root, data) {
  const folders = [root, cudaFolder(data)]
    .map((place) => join(place, 'node_modules', ...TENSORFLOW_PACKAGES[name].split('/')))
    .filter((folder) => existsSync(join(folder, 'package.json')));
  return folders.find(hasAddon) ?? folders[0] ?? null;
}
