import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBackendFactory, getBackend, memory, removeBackend } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gatherBatch } from '../../../src/shared/engine/training/batch.ts';
import { makeObjective } from '../../../src/shared/engine/training/objective.ts';
import { startState } from '../../../src/shared/engine/training/train-state.ts';
import { trainStep } from '../../../src/shared/engine/training/train-step.ts';
import { cudaFolder } from '../../../src/main/environment/tensorflow-packages.mjs';
import type { startBackend as StartBackend } from '../../../src/main/trainer/start-backend.ts';
import { makeConfig, makePart } from '../../unit/engine/training/train-tasks.ts';
import { putStandIn, type StandIn } from './tensorflow-stand-in.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'expanse-tensorflow-'));
  vi.stubEnv('EXPANSE_DATA', data);
  // Which package is loaded is remembered for the process: each test has a memory of its own.
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
  if (findBackendFactory('tensorflow') !== null) removeBackend('tensorflow');
  rmSync(data, { recursive: true, force: true });
});

function put(packageName: string, standIn: StandIn) {
  const modules = join(cudaFolder(data), 'node_modules');
  mkdirSync(modules, { recursive: true });
  return putStandIn(modules, packageName, standIn);
}

const GPU = '@tensorflow/tfjs-node-gpu';
const CPU = '@tensorflow/tfjs-node';
const startBackend = async (...args: Parameters<typeof StartBackend>) => (await import('../../../src/main/trainer/start-backend.ts')).startBackend(...args);
const tryBackends = async () => (await import('../../../src/main/trainer/try-backends.ts')).tryBackends();

it('starts the GPU where TensorFlow has one, and it computes rightly', async () => {
  const { ran } = put(GPU, { isUsingGpuDevice: true });
  expect((await startBackend('tensorflow-gpu', 1)).name).toBe('tensorflow-gpu');
  expect(getBackend()).toBe('tensorflow');
  expect(new Set(ran)).toEqual(new Set(['CudnnRNN', 'CudnnRNNBackprop']));
  expect(memory().numTensors).toBe(0);
});

it('starts the CPU, and it computes rightly', async () => {
  const { ran } = put(CPU, { isUsingGpuDevice: false });
  expect((await startBackend('tensorflow', 1)).name).toBe('tensorflow');
  expect(new Set(ran)).toEqual(new Set(['Cast', 'BlockLSTMV2', 'BlockLSTMGradV2']));
});

it.each([
  ['the GPU has no device', GPU, 'tensorflow-gpu', { isUsingGpuDevice: false }, /tensorflow-gpu: TensorFlow found no GPU.*CUDA 11\.2 and cuDNN 8\.1/],
  ['its library does not load', GPU, 'tensorflow-gpu', { isUsingGpuDevice: true, whenLoaded: "throw new Error('libtensorflow.so.2: cannot open shared object file\\n at …');" }, /could not be loaded \(libtensorflow\.so\.2: cannot open shared object file\); a GPU takes .*CUDA 11\.2/],
  ['its version is another', GPU, 'tensorflow-gpu', { isUsingGpuDevice: true, version: '4.20.0' }, /tfjs-node-gpu is version 4\.20\.0, and this program has TensorFlow\.js 4\.22\.0: install @tensorflow\/tfjs-node-gpu@4\.22\.0/],
  ['it registers nothing', CPU, 'tensorflow', { isUsingGpuDevice: false, whenLoaded: 'return;' }, /did not register its back end/],
] as const)('says so where %s', async (_what, packageName, name, standIn, message) => {
  put(packageName, standIn);
  await expect(startBackend(name, 1)).rejects.toMatchObject({ kind: 'trainer', message: expect.stringMatching(message) });
});

it.each([
  ['soft', GPU, 'tensorflow-gpu'],
  ['crf', GPU, 'tensorflow-gpu'],
  ['soft', CPU, 'tensorflow'],
  ['crf', CPU, 'tensorflow'],
] as const)('trains in mode %s through %s as on wasm, the same twice, and lets go of its tensors', async (mode, packageName, name) => {
  put(packageName, { isUsingGpuDevice: name === 'tensorflow-gpu' });
  const expected = await threeSteps('wasm', mode);
  const actual = await threeSteps(name, mode);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4));
  // What stays on the CPU is the number of steps as int64, once for each length of windows.
  const before = memory().numTensors;
  expect(await threeSteps(name, mode)).toEqual(actual);
  expect(memory().numTensors).toBe(before);
});

it('says what is missing where the settings name a package that is not there', async () => {
  await expect(startBackend('tensorflow', 1)).rejects.toMatchObject({ message: expect.stringContaining('The optional package @tensorflow/tfjs-node is not installed.') });
});

it('is tried before the others, and only where it is', async () => {
  expect((await tryBackends()).examined.map(({ name }) => name)).toEqual(['wasm', 'cpu']);
  put(GPU, { isUsingGpuDevice: false });
  const { examined } = await tryBackends();
  expect(examined.map(({ name, usable }) => [name, usable])).toEqual([['tensorflow-gpu', false], ['wasm', true], ['cpu', true]]);
});

/** Loss and norm of the gradient of three steps of training, of which each depends on the weights that the ones before made. */
async function threeSteps(backend: 'wasm' | 'tensorflow' | 'tensorflow-gpu', mode: 'soft' | 'crf'): Promise<number[]> {
  await startBackend(backend, 1);
  const config = makeConfig({ mode, batchSize: 4 });
  const part = makePart({ windows: 4, length: 9, inputs: 12 }, 1);
  const objective = makeObjective(config, part);
  const batch = gatherBatch(part, Int32Array.of(0, 1, 2, 3), objective);
  const state = startState(config, part.inputs);
  const told: number[] = [];
  for (let step = 0; step < 3; step++) {
    const { losses, gradientNorm } = await trainStep(state, batch, objective, config, 3);
    told.push(losses.weighted, gradientNorm);
  }
  return told;
}
