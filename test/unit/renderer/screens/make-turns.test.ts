import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeTurns } from '../../../../src/renderer/screens/label/editing/make-turns.ts';

describe('turns', () => {
  it('do works in the order in which they were asked for, however long each takes, and go on after one that fails', async () => {
    const told: boolean[] = [];
    const done: string[] = [];
    const turns = makeTurns((isBusy) => told.push(isBusy));
    const work = (name: string, ms: number) => async () => {
      await wait(ms);
      done.push(name);
    };
    const all = Promise.allSettled([turns.take(work('slow', 20)), turns.take(() => Promise.reject(new Error('no'))), turns.take(work('quick', 0))]);
    expect(turns.isBusy()).toBe(true);
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(done).toEqual(['slow', 'quick']);
    expect(turns.isBusy()).toBe(false);
    await turns.take(work('later', 0));
    expect(told).toEqual([true, false, true, false]);
  });
});
