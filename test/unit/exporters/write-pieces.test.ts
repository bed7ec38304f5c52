import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFilePieces, writePieces } from '../../../src/main/exporters/write-pieces.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`);

describe('writing pieces', () => {
  it('writes them all, in order', async () => {
    const path = join(folder, 'out.csv');
    await writeFilePieces(path, lines);
    expect(readFileSync(path, 'utf8')).toBe(lines.join(''));
  });

  it('leaves the old file and nothing else when it fails', async () => {
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'old');
    const failing = function* () {
      yield* lines;
      throw new Error('no more');
    };
    await expect(writeFilePieces(path, failing())).rejects.toThrow('no more');
    expect([readFileSync(path, 'utf8'), existsSync(`${path}.part`)]).toEqual(['old', false]);
    await expect(writeFilePieces(join(folder, 'none', 'out.csv'), lines)).rejects.toThrow('ENOENT');
  });

  it('leaves a given output open and waits for a slow reader', async () => {
    const output = new PassThrough({ highWaterMark: 16 });
    const received: Buffer[] = [];
    output.on('data', (block: Buffer) => received.push(block));
    await writePieces(output, lines);
    expect(Buffer.concat(received).toString()).toBe(lines.join(''));
    expect(output.writable).toBe(true);
  });
});
