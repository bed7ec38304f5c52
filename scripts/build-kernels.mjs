// Compiles the AssemblyScript kernels and writes each as a TypeScript file that exports its bytes in base64: such a file
// needs no loader and works alike in Node, in vitest and in a bundle. The results are committed; a test compiles again and
// compares, so that a fresh clone needs no compiler at start. Run it after changing anything under an assembly folder.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const kernels = 'src/shared/engine/kernels';

const PLAIN = ['simd', 'threads'];
const RELAXED = [...PLAIN, 'relaxed-simd'];

/** @typedef {{ readonly kernel: string, readonly name: string, readonly features: readonly string[], readonly memoryBase: number }} KernelBuild */

/**
 * Every generated file: its sources, instruction sets, and static data's place in a memory that kernels share.
 * @type {readonly KernelBuild[]}
 */
export const builds = [
  { kernel: 'bilstm', name: 'relaxed', features: RELAXED, memoryBase: 1024 },
  { kernel: 'bilstm', name: 'plain', features: PLAIN, memoryBase: 1024 },
  { kernel: 'network', name: 'relaxed', features: RELAXED, memoryBase: 2048 },
  { kernel: 'network', name: 'plain', features: PLAIN, memoryBase: 2048 },
  { kernel: 'dilated', name: 'relaxed', features: RELAXED, memoryBase: 3072 },
  { kernel: 'dilated', name: 'plain', features: PLAIN, memoryBase: 3072 },
  { kernel: 'attention', name: 'relaxed', features: RELAXED, memoryBase: 3072 },
  { kernel: 'attention', name: 'plain', features: PLAIN, memoryBase: 3072 },
];

/** @param {KernelBuild} build */
export const pathOf = ({ kernel, name }) => join(root, kernels, kernel, 'generated', `${name}.ts`);

/**
 * The text of a generated file.
 * @param {KernelBuild} build
 */
export async function generate({ kernel, name, features, memoryBase }) {
  const binary = await compile(join(kernels, kernel, 'assembly', 'index.ts'), features, memoryBase);
  const base64 = Buffer.from(binary).toString('base64');
  const lines = Array.from(base64.matchAll(/.{1,120}/g), ([line]) => line).map((line) => `  '${line}',`);
  return [
    '// Made by scripts/build-kernels.mjs from ../assembly; do not edit.',
    `export const ${name}Binary = [`,
    ...lines,
    "].join('');",
    '',
  ].join('\n');
}

/**
 * @param {string} entry
 * @param {readonly string[]} features
 * @param {number} memoryBase
 */
async function compile(entry, features, memoryBase) {
  /** @type {string | Uint8Array} */
  let binary = '';
  const { error, stderr } = await asc.main(
    [
      entry,
      '--outFile kernel.wasm -O3 --noAssert --runtime stub --use abort='.split(' '),
      features.flatMap((feature) => ['--enable', feature]),
      '--importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536'.split(' '),
      ['--memoryBase', `${memoryBase}`, '--baseDir', root],
    ].flat(),
    { writeFile: (_, contents) => void (binary = contents) },
  );
  if (error) throw new Error(`${entry} did not compile:\n${stderr.toString()}`, { cause: error });
  return binary;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const build of builds) {
    await mkdir(dirname(pathOf(build)), { recursive: true });
    await writeFile(pathOf(build), await generate(build));
  }
}
