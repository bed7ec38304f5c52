import { bestWasmBuild } from '../wasm/kernel-module.ts';
import type { BilstmImplementation } from './bilstm-implementation.ts';
import { cpuBilstm } from './cpu.ts';
import { referenceBilstm } from './reference.ts';
import { bilstmBinaries } from './wasm-workspace.ts';
import { makeWasmBilstm } from './wasm.ts';

const byBackend = new Map<string, BilstmImplementation>();

/** Makes `bilstm` use this implementation from now on whenever the named tfjs backend is active. */
export function setBilstm(backendName: string, implementation: BilstmImplementation): void {
  byBackend.set(backendName, implementation);
}

/** What `bilstm` uses on a tfjs backend: what was set, else the fastest that needs nothing injected. */
export function bilstmFor(backendName: string): BilstmImplementation {
  let implementation = byBackend.get(backendName);
  if (implementation === undefined) {
    implementation = makeDefault(backendName);
    byBackend.set(backendName, implementation);
  }
  return implementation;
}

function makeDefault(backendName: string): BilstmImplementation {
  if (backendName === 'cpu') return cpuBilstm;
  const build = backendName === 'wasm' ? bestWasmBuild(bilstmBinaries) : null;
  return build === null ? referenceBilstm : makeWasmBilstm(build);
}
