import { afterEach, expect, it, vi } from 'vitest';
import { isSoftware } from '../../../../src/shared/engine/backends/webgpu-adapter.ts';
import { webGpuCandidate } from '../../../../src/shared/engine/backends/webgpu-candidate.ts';

const start = () => webGpuCandidate({ allowFallback: false }).start(1);
const withAdapter = (adapter: unknown) => vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } });

afterEach(() => vi.unstubAllGlobals());

it('is refused in words where there is no WebGPU', async () => {
  vi.stubGlobal('navigator', {});
  await expect(start()).rejects.toThrow('there is no WebGPU here');
  vi.stubGlobal('navigator', undefined);
  await expect(start()).rejects.toThrow('there is no WebGPU here');
});

it('is refused in words where WebGPU finds no adapter', async () => {
  withAdapter(null);
  await expect(start()).rejects.toThrow('finds no graphics adapter');
});

it('is refused in words where the adapter is a program', async () => {
  withAdapter({ info: { vendor: 'google', architecture: 'swiftshader', isFallbackAdapter: true } });
  await expect(start()).rejects.toThrow('only a program in its place (google swiftshader)');
});

it('tells programs from graphics cards by what the browser says of them', () => {
  expect(isSoftware({ isFallbackAdapter: true })).toBe(true);
  expect(isSoftware({ info: { isFallbackAdapter: true } })).toBe(true);
  expect(isSoftware({ info: { vendor: 'mesa', description: 'llvmpipe (LLVM 19.1.7, 256 bits)' } })).toBe(true);
  expect(isSoftware({ info: { vendor: 'microsoft', description: 'Microsoft Basic Render Driver' } })).toBe(true);
  expect(isSoftware({ info: { vendor: 'nvidia', architecture: 'ampere', isFallbackAdapter: false } })).toBe(false);
  expect(isSoftware({})).toBe(false);
});
