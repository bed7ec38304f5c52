import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTree } from '../../../scripts/check-imports/check-tree.ts';
import { RULES } from '../../../scripts/check-imports/rules.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'expanse-imports-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** Writes the files, each with its text, and judges the tree that they make. */
function check(files: Record<string, string>): readonly string[] {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return checkTree(root, RULES);
}

describe('a planted wrong import', () => {
  const planted: [string, string, string][] = [
    ['a value', 'src/shared/domain/a.ts', "import { b } from '../../main/core/b.ts';\nb();"],
    ['a type', 'src/shared/domain/a.ts', "import type { B } from '../../main/core/b.ts';\nexport type A = B;"],
    ['a type inside a type', 'src/shared/domain/a.ts', "export type A = import('../../main/core/b.ts').B;"],
    ['a dynamic import', 'src/shared/domain/a.ts', "export const a = () => import('../../main/core/b.ts');"],
    ['a computed import', 'src/shared/domain/a.ts', 'export const a = (name: string) => import(name);'],
    ['a re-export', 'src/shared/domain/a.ts', "export * from '../../main/core/b.ts';"],
    ['a named re-export', 'src/shared/domain/a.ts', "export { b } from '../../main/core/b.ts';"],
    ['require', 'src/shared/domain/a.ts', "import b = require('../../main/core/b.ts');\nexport const c = b;"],
    ['Node in shared', 'src/shared/domain/a.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');"],
    ['Node in the renderer', 'src/renderer/app/a.tsx', "import type { Stats } from 'node:fs';\nexport type A = Stats;"],
    ['Electron in the renderer', 'src/renderer/app/a.tsx', "import { ipcRenderer } from 'electron';\nipcRenderer.send('x');"],
    ['Electron in the core', 'src/main/core/a.ts', "import { app } from 'electron/main';\napp.quit();"],
    ['renderer -> main', 'src/renderer/app/a.tsx', "import type { B } from '../../main/core/b.ts';\nexport type A = B;"],
    ['main -> renderer', 'src/main/core/a.ts', "import type { B } from '../../renderer/app/b.tsx';\nexport type A = B;"],
    ['store -> services', 'src/main/store/queries/a.ts', "import { b } from '../../core/services/b.ts';\nb();"],
    ['services -> transport', 'src/main/core/services/a.ts', "import type { Link } from '../../../shared/transport/link.ts';\nexport type A = Link;"],
    ['core -> an entry point', 'src/main/core/a.ts', "import { b } from '../cli/b.ts';\nb();"],
    ['one entry point -> another', 'src/main/cli/a.ts', "import { b } from '../headless/b.ts';\nb();"],
    ['one screen -> another', 'src/renderer/screens/train/a.tsx', "import { b } from '../label/b.tsx';\nb();"],
    ['model -> training', 'src/shared/engine/model/a.ts', "import type { B } from '../training/b.ts';\nexport type A = B;"],
    ['comparison -> training', 'src/shared/engine/comparison/a.ts', "import { b } from '../training/b.ts';\nb();"],
    ['training -> backends', 'src/shared/engine/training/a.ts', "import { b } from '../backends/b.ts';\nb();"],
    ['a service -> backends', 'src/main/core/services/a.ts', "import { b } from '../../../shared/engine/backends/b.ts';\nb();"],
    ['the app -> its tests', 'src/main/core/a.ts', "import { b } from '../../../test/unit/b.ts';\nb();"],
  ];
  it.each(planted)('%s is found', (_what, file, text) => {
    const problems = check({ [file]: text });
    expect(problems).not.toEqual([]);
    expect(problems[0]).toMatch(new RegExp(`^${file}:1 imports `));
  });

  it('a cycle, though of types only, is found', () => {
    const problems = check({
      'src/shared/domain/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }",
      'src/shared/domain/b.ts': "export type { C as B } from './c.ts';",
      'src/shared/domain/c.ts': "import type { A } from './a.ts';\nexport interface C { a: A }",
    });
    expect(problems).toEqual(['cycle: src/shared/domain/a.ts -> src/shared/domain/b.ts -> src/shared/domain/c.ts -> src/shared/domain/a.ts']);
  });
});

describe('right imports', () => {
  it('pass', () => {
    const problems = check({
      'src/shared/domain/b.ts': 'export const b = 1;',
      'src/main/core/a.ts': "import { b } from '../../shared/domain/b.ts';\nimport { join } from 'node:path';\njoin(String(b));",
      'src/main/shell/main.ts': "import { app } from 'electron';\nimport '../core/a.ts';\napp.quit();",
      'src/renderer/screens/train/a.tsx': "import { b } from '../../../shared/domain/b.ts';\nimport './a.css';\nimport { c } from './c.tsx';\nc(b);",
      'src/renderer/screens/train/c.tsx': 'export const c = (b: number) => b;',
      'src/shared/engine/training/a.ts': "import type { M } from '../model/m.ts';\nexport type A = M;",
      'src/shared/engine/model/m.ts': 'export type M = 1;',
    });
    expect(problems).toEqual([]);
  });
});
