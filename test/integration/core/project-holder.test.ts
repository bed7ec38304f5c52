import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProjectHolder } from '../../../src/main/core/project-holder.ts';
import { makeWorkplace, type Workplace } from './test-core.ts';

let workplace: Workplace;
beforeEach(() => {
  workplace = makeWorkplace();
});
afterEach(() => workplace.remove());

describe('the project that is open', () => {
  it('tells its hooks when it opens, and waits for them, its database still open, before it closes', async () => {
    const order: string[] = [];
    const holder = makeProjectHolder(workplace.projectPath);
    holder.onOpened((db) => order.push(`opened ${db.name.slice(workplace.folder.length + 1)}`));
    holder.beforeClose(async () => {
      const { name } = holder.database();
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`closing ${name.slice(workplace.folder.length + 1)} ${holder.database().open}`);
    });
    await holder.create(join(workplace.folder, 'next.expanse'));
    await holder.close();
    await holder.close();
    expect(order).toEqual(['opened test.expanse', 'closing test.expanse true', 'opened next.expanse', 'closing next.expanse true']);
    expect(() => holder.database()).toThrow('No project is open.');
  });

  it('is left alone where it is opened again', async () => {
    const holder = makeProjectHolder(workplace.projectPath);
    const db = holder.database();
    await holder.open(`${workplace.folder}/./test.expanse`);
    expect(holder.database()).toBe(db);
    await expect(holder.create(workplace.projectPath)).rejects.toMatchObject({ kind: 'project' });
    expect(holder.database().open).toBe(true);
    await holder.close();
  });

  it('takes nothing more while its file is not where it was, and goes on when it is back', async () => {
    const holder = makeProjectHolder(workplace.projectPath);
    const db = holder.database();
    const aside = join(workplace.folder, 'aside.expanse');
    renameSync(workplace.projectPath, aside);
    expect(() => holder.database()).toThrow(/was moved, deleted or replaced/);
    copyFileSync(aside, workplace.projectPath);
    expect(() => holder.database()).toThrow(/was moved, deleted or replaced/);
    rmSync(workplace.projectPath);
    renameSync(aside, workplace.projectPath);
    expect(holder.database()).toBe(db);
    await holder.close();
  });

  it('opens where it was moved to, with all that was written before', async () => {
    const holder = makeProjectHolder(workplace.projectPath);
    holder.database().exec("INSERT INTO dataset (name, imported_at) VALUES ('kept', 1)");
    const elsewhere = join(workplace.folder, 'elsewhere.expanse');
    renameSync(workplace.projectPath, elsewhere);
    await holder.open(elsewhere);
    expect(holder.path()).toBe(elsewhere);
    expect(holder.database().prepare('SELECT name FROM dataset').pluck().all()).toEqual(['kept']);
    await holder.close();
    expect(statSync(`${workplace.projectPath}-wal`).size).toBe(0);
  });
});
