import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRecent, rememberRecent } from '../../../src/main/core/project/recent-projects.ts';
import { openSettingsFile } from '../../../src/main/core/settings-file.ts';
import { makeWorkplace, type Workplace } from './test-core.ts';

let workplace: Workplace;
let folder: string;
beforeEach(() => {
  workplace = makeWorkplace();
  folder = join(workplace.folder, 'data');
});
afterEach(() => workplace.remove());

describe('settings', () => {
  it.each(['', '{"theme": ', '[1, 2]', 'null', '"dark"'])('begin afresh where their file holds %j', (content) => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'settings.json'), content);
    const settings = openSettingsFile(folder);
    expect(settings.read()).toEqual({});
    expect(settings.write('theme', 'dark')).toEqual({ theme: 'dark' });
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toEqual({ theme: 'dark' });
  });

  it('keep a dozen recent projects, each once, newest first, whatever was written there before', () => {
    const settings = openSettingsFile(folder);
    settings.write('recentProjects', 'nonsense');
    expect(listRecent(settings)).toEqual([]);
    for (let index = 0; index < 20; index++) rememberRecent(settings, `/nowhere/${index % 15}.expanse`, index);
    const recent = listRecent(settings);
    expect(recent).toHaveLength(12);
    expect(recent.map(({ openedAt }) => openedAt)).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8]);
    expect(recent[0]).toEqual({ path: '/nowhere/4.expanse', name: '4', openedAt: 19, exists: false });
  });
});
