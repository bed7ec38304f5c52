import { join } from 'node:path';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = (...parts: string[]) => join(import.meta.dirname, 'src', ...parts);
const built = (name: string) => join(import.meta.dirname, 'out', name);

// Everything bundled stands in out/: the shell and the processes that it creates, the preload, the renderer.
export default defineConfig({
  main: {
    build: {
      outDir: built('main'),
      // Packages stay in node_modules: some are native, and the command line uses the same ones.
      externalizeDeps: true,
      rollupOptions: {
        input: {
          shell: source('main', 'shell', 'main.ts'),
          core: source('main', 'shell', 'core-entry.ts'),
          trainer: source('main', 'trainer', 'entry.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: built('preload'),
      // What both import stands in each: neither can load a third file.
      isolatedEntries: true,
      rollupOptions: {
        input: { preload: source('main', 'shell', 'preload.ts'), 'trainer-preload': source('main', 'shell', 'trainer-preload.ts') },
        // A sandboxed preload has no module loader: CommonJS, and all in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    publicDir: join(import.meta.dirname, 'resources'),
    // The compiler renders anew only what reads what has changed: docs/performance.md, "The chart".
    plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
    build: {
      outDir: built('renderer'),
      // As files: the content security policy allows no scripts or styles inside the page.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // electron-vite leaves both off unless told. One file, read from this machine: splitting it further would gain nothing.
      minify: true,
      cssMinify: true,
      chunkSizeWarningLimit: 1200,
      rollupOptions: { input: { index: source('renderer', 'index.html'), trainer: source('renderer', 'trainer.html') } },
    },
    // The trainer: it alone needs TensorFlow.js, and no page loads it before it is asked to train.
    worker: { format: 'es' },
  },
});
