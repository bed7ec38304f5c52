import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireFolderOrNothing, writeWholeFolder } from '../../../src/main/model-files/write-whole-folder.ts';

let place = '';
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'expanse-folder-'))));
afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('files that belong together', () => {
  it('are written into a folder that is made, or over those of before beside others', async () => {
    const folder = join(place, 'a', 'b');
    await writeWholeFolder(folder, { one: '1', two: '2' });
    writeFileSync(join(folder, 'other'), 'kept');
    await writeWholeFolder(folder, { one: 'new', two: 'newer' });
    expect(readdirSync(folder).sort()).toEqual(['one', 'other', 'two']);
    expect(readFileSync(join(folder, 'two'), 'utf8')).toBe('newer');
  });

  it('leave what stood there where one of them cannot be written', async () => {
    writeFileSync(join(place, 'one'), 'old');
    mkdirSync(join(place, 'two.part'));
    await expect(writeWholeFolder(place, { one: 'new', two: 'new' })).rejects.toMatchObject({ kind: 'invalid-input', nextStep: expect.stringMatching(/--out/) });
    expect(readFileSync(join(place, 'one'), 'utf8')).toBe('old');
    expect(readdirSync(place).sort()).toEqual(['one', 'two.part']);
  });

  it('leave no folder behind that was made for them', async () => {
    writeFileSync(join(place, 'file'), '');
    await expect(writeWholeFolder(join(place, 'file', 'x'), { one: '1' })).rejects.toMatchObject({ kind: 'invalid-input' });
    await expect(writeWholeFolder(join(place, 'new'), { one: '1', 'no/such/folder': '2' })).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(readdirSync(place)).toEqual(['file']);
    await expect(requireFolderOrNothing(join(place, 'file'))).rejects.toMatchObject({ message: expect.stringMatching(/no folder/) });
    await requireFolderOrNothing(place);
    await requireFolderOrNothing(join(place, 'not there'));
  });
});
