import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookForTensorflow } from '../../../src/main/environment/look-for-tensorflow.ts';
import { cudaFolder, TENSORFLOW_PACKAGES, TENSORFLOW_VERSION } from '../../../src/main/environment/tensorflow-packages.mjs';
import { cudaHint } from '../../../scripts/support/cuda-hint.mjs';

let root: string;
let data: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'expanse-packages-'));
  data = join(root, 'data');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(place: string, packageName: string, withAddon: boolean): string {
  const folder = join(place, 'node_modules', ...packageName.split('/'));
  mkdirSync(join(folder, 'lib', 'napi-v8'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  if (withAddon) writeFileSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'), '');
  return folder;
}

const GPU = TENSORFLOW_PACKAGES['tensorflow-gpu'];
const look = (name: 'tensorflow' | 'tensorflow-gpu', driver = false) => lookForTensorflow(name, root, data, () => driver);

describe("TensorFlow's packages", () => {
  it('are told from files: absent, without their native library, complete', () => {
    expect(look('tensorflow')).toEqual({ folder: null, reason: 'The optional package @tensorflow/tfjs-node is not installed.' });
    put(root, '@tensorflow/tfjs-node', false);
    expect(look('tensorflow')).toEqual({ folder: null, reason: '@tensorflow/tfjs-node is installed without its native library.' });
    const folder = put(root, '@tensorflow/tfjs-node', true);
    expect(look('tensorflow')).toEqual({ folder, reason: null });
    expect(look('tensorflow-gpu').folder).toBeNull();
  });

  it('are found in the folder of their own, too, and where their native library is', () => {
    put(root, GPU, false);
    const own = put(cudaFolder(data), GPU, true);
    expect(look('tensorflow-gpu')).toEqual({ folder: own, reason: null });
  });

  it('are offered where a driver is', () => {
    expect(look('tensorflow-gpu', true).reason).toContain('expanse doctor --install-cuda installs it');
    expect(look('tensorflow-gpu', false).reason).not.toContain('doctor');
    expect(look('tensorflow', true).reason).not.toContain('doctor');
  });

  it('have the version of everything else of TensorFlow.js, and of the optional peer', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(dependencies['@tensorflow/tfjs-core']).toBe(TENSORFLOW_VERSION);
    expect(peerDependencies).toEqual({ [GPU]: TENSORFLOW_VERSION });
  });
});

describe("the start script's hint", () => {
  const machine = () => ({ driver: '/a/driver', platform: 'linux', arch: 'x64', program: root, data }) as const;

  it('is one line, where a driver is and the package is not', () => {
    expect(cudaHint(machine())).toMatch(/^This machine has an NVIDIA driver\..*doctor --install-cuda[^\n]*$/);
  });

  it('is not given without a driver, on other kinds of machine, or where the package is', () => {
    expect(cudaHint({ ...machine(), driver: null })).toBeNull();
    expect(cudaHint({ ...machine(), arch: 'arm64' })).toBeNull();
    expect(cudaHint({ ...machine(), platform: 'darwin' })).toBeNull();
    put(cudaFolder(data), GPU, true);
    expect(cudaHint(machine())).toBeNull();
  });
});
