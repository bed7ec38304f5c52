import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builds, generate, pathOf } from '../../../../scripts/build-kernels.mjs';

describe('compiled kernels', () => {
  it.each(builds)('$kernel $name is what its sources compile to', async (build) => {
    expect(readFileSync(pathOf(build), 'utf8')).toBe(await generate(build));
  });
});
