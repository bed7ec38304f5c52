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
});
