import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const RENDERER = join(import.meta.dirname, '..', '..', '..', 'src', 'renderer');

/** WebGPU on Linux; without a graphics card it is a program on the processor. */
export const WEBGPU_ARGS = ['--enable-unsafe-webgpu'];

/** Builds the renderer as it is, but for taking an adapter that is a program on the processor (allow-fallback.ts). */
export async function buildForSoftwareAdapter(outDir: string): Promise<void> {
  await build({
    root: RENDERER,
    base: './',
    mode: 'software-adapter',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 10_000 },
  });
}
