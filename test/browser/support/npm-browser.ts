import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BrowserProgram } from './find-program.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Chromium from the npm package, unpacked on first use. Needs nothing of the machine but its C library. */
export function npmBrowser(): BrowserProgram {
  if (process.platform !== 'linux') throw new Error('The browser from the npm package runs on Linux only: install Chrome, Chromium or Edge.');
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(ROOT, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) unpackInto(folder);
  const executable = join(folder, 'chromium');
  const libraries = join(folder, 'al2023', 'lib');
  return {
    executable,
    env: { FONTCONFIG_FILE: join(folder, 'fonts.conf'), ...(lacksLibraries(executable) ? { LD_LIBRARY_PATH: libraries } : {}) },
  };
}

/** By rename, so that nobody ever sees half of it: several tests may come here first at once. */
function unpackInto(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  const unpacking = mkdtempSync(`${folder}-`);
  // The package unpacks into the temporary folder and takes no other.
  execFileSync(process.execPath, ['--input-type=module', '--eval', unpackScript()], { env: { ...process.env, TMPDIR: unpacking } });
  writeFileSync(join(unpacking, 'fonts.conf'), fontsConfiguration(join(folder, 'fonts')));
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    rmSync(unpacking, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

function unpackScript(): string {
  const archives = ARCHIVES.map((name) => join(PACKAGE, 'bin', name));
  const entry = join(PACKAGE, 'build', 'index.js');
  return `import { inflate } from ${JSON.stringify(entry)}; for (const archive of ${JSON.stringify(archives)}) await inflate(archive);`;
}

// Without any font of its own the browser draws pages without text, and only a look at them tells.
function fontsConfiguration(fonts: string): string {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  const aliases = families.map((family) => `<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
<cachedir>${join(fonts, 'cache')}</cachedir>
${aliases.join('\n')}
</fontconfig>
`;
}

function lacksLibraries(executable: string): boolean {
  const { status, stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('not found');
}
