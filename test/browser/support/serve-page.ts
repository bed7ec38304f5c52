import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig, type Plugin } from 'vite';

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Bundles the page of this folder, workers included, and serves it until it is closed. */
export async function servePage(folder: string, plugins: Plugin[] = []): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'expanse-page-'));
  const shared: InlineConfig = { root: folder, base: './', configFile: false, logLevel: 'error', worker: { format: 'es' }, plugins };
  await build({ ...shared, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    url: `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
