import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

export interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly cacheControl: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A file of the built renderer; null: there is none of that name, or the name leads out of the folder. */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const name = decodePath(urlPath);
  const type = name === null ? undefined : TYPES[extname(name)];
  if (name === null || type === undefined) return null;
  const path = normalize(join(folder, name));
  if (!path.startsWith(normalize(folder + sep))) return null;
  try {
    return { bytes: await readFile(path), type, cacheControl: cacheControl(name) };
  } catch {
    return null;
  }
}

function decodePath(urlPath: string): string | null {
  try {
    const path = decodeURIComponent(urlPath);
    if (path.includes('\0')) return null;
    return path === '/' ? '/index.html' : path;
  } catch {
    return null;
  }
}

// The bundler puts a hash of the contents into the names in assets/; everything else may change under its name.
const cacheControl = (name: string) => (name.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache');
