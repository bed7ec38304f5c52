import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SystemInfo } from '../../shared/contract/system.ts';

type Backend = SystemInfo['backends'][number];

/** Which training back ends could be used here, told from files alone. */
export function listBackends(): readonly Backend[] {
  return [
    { name: 'wasm', usable: true, reason: '' },
    { name: 'cpu', usable: true, reason: '' },
    addonBackend('tensorflow', '@tensorflow/tfjs-node'),
    addonBackend('tensorflow-gpu', '@tensorflow/tfjs-node-gpu'),
  ];
}

// Loading the package would start a native library; its file says enough.
function addonBackend(name: string, packageName: string): Backend {
  const folder = packageFolder(packageName);
  if (folder === undefined) return { name, usable: false, reason: `The optional package ${packageName} is not installed.` };
  const usable = existsSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'));
  return { name, usable, reason: usable ? '' : `${packageName} is installed without its native library.` };
}

function packageFolder(packageName: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch {
    return undefined;
  }
}
