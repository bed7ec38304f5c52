import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const kinds = ['unit', 'integration', 'browser', 'electron'] as const;

// Importing the real package without its binary starts a download.
const fakeElectron = join(import.meta.dirname, 'test', 'electron', 'support', 'fake-electron.ts');

export default defineConfig({
  test: {
    projects: kinds.map((name) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
        environment: 'node',
        alias: name === 'electron' ? [{ find: 'electron', replacement: fakeElectron }] : [],
        testTimeout: name === 'unit' ? 60_000 : 300_000,
        hookTimeout: 300_000,
        // A busy machine draws late.
        expect: { poll: { timeout: 10_000 } },
        // Real browsers and trainers share two cores: one file at a time keeps their timings honest.
        fileParallelism: name === 'unit' || name === 'integration',
      },
    })),
  },
});
