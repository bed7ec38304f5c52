import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findNvidiaDriver } from '../../../src/main/environment/nvidia-driver.mjs';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'expanse-driver-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(...parts: string[]): string {
  const path = join(root, ...parts);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  return path;
}

it('finds none on a machine without one', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    expect(findNvidiaDriver({ platform, root, env: { SystemRoot: root, ProgramFiles: root, LD_LIBRARY_PATH: root } })).toBeNull();
  }
});

it.each([
  ['the kernel module', ['proc', 'driver', 'nvidia', 'version']],
  ["the library where Debian puts it", ['usr', 'lib', 'x86_64-linux-gnu', 'libcuda.so.1']],
  ["the library of Windows' own Linux", ['usr', 'lib', 'wsl', 'lib', 'libcuda.so.1']],
])('finds it on Linux by %s', (_name, parts) => {
  const path = put(...parts);
  expect(findNvidiaDriver({ platform: 'linux', root, env: {} })).toBe(path);
});

it('finds its library where the environment says that libraries are', () => {
  const path = put('elsewhere', 'libcuda.so.1');
  expect(findNvidiaDriver({ platform: 'linux', root, env: { LD_LIBRARY_PATH: `:${dirname(path)}` } })).toBe(path);
});

it.each([
  ['its library', ['System32', 'nvcuda.dll']],
  ['its program', ['System32', 'nvidia-smi.exe']],
  ['its program in the older place', ['NVIDIA Corporation', 'NVSMI', 'nvidia-smi.exe']],
])('finds it on Windows by %s', (_name, parts) => {
  const path = put(...parts);
  expect(findNvidiaDriver({ platform: 'win32', root, env: { SystemRoot: root, ProgramFiles: root } })).toBe(path);
});

it('never finds one on macOS', () => {
  put('proc', 'driver', 'nvidia', 'version');
  expect(findNvidiaDriver({ platform: 'darwin', root, env: {} })).toBeNull();
});
