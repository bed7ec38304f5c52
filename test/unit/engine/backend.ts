import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { resolve } from 'node:path';
import { enableProdMode, env, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

/** Makes a backend of this process the active one. */
export async function activate(backend: 'cpu' | 'wasm'): Promise<void> {
  // Else the cpu backend advertises another package on stderr.
  enableProdMode();
  setWasmPaths(`${resolve('node_modules/@tensorflow/tfjs-backend-wasm/dist')}/`);
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await setBackend(backend))) throw new Error(`The ${backend} backend did not start.`);
}
