import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaticFile } from '../../../src/main/site/static-files.ts';

let home: string;
let folder: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'expanse-site-'));
  folder = join(home, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {}');
  writeFileSync(join(folder, '.env'), 'secret');
  writeFileSync(join(home, 'secret.json'), '{}');
  mkdirSync(join(home, 'renderer-of-another'));
  writeFileSync(join(home, 'renderer-of-another', 'index.html'), 'other');
});
afterAll(() => rmSync(home, { recursive: true }));

describe('readStaticFile', () => {
  it('answers / with the page, never from a cache', async () => {
    const file = await readStaticFile(folder, '/');
    expect(file).toMatchObject({ type: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
    expect(file!.bytes.toString()).toBe('<!doctype html>');
  });
  it('lets hashed names be cached for good', async () => {
    expect(await readStaticFile(folder, '/assets/app-1a2b.js')).toMatchObject({ type: 'text/javascript; charset=utf-8', cacheControl: expect.stringContaining('immutable') });
  });
  it.each(['/../secret.json', '/..%2fsecret.json', '/%2e%2e/secret.json', '/assets/../../secret.json', '/../renderer-of-another/index.html', '/.env', '/none.js', '/assets', '/%', '/%00.js', '/..\\secret.json'])(
    'gives nothing for %s',
    async (path) => expect(await readStaticFile(folder, path)).toBeNull(),
  );
});
