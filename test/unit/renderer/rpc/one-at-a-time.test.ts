import { expect, it } from 'vitest';
import { oneAtATime } from '../../../../src/renderer/rpc/one-at-a-time.ts';

it('joins work that is under way, and starts anew when it has ended, also badly', async () => {
  const asked: number[] = [];
  const work = oneAtATime(async (input: number) => {
    asked.push(input);
    await Promise.resolve();
    if (input === 3) throw new Error('three');
    return input;
  });
  expect(await Promise.all([work(1), work(2)])).toEqual([1, 1]);
  await expect(work(3)).rejects.toThrow('three');
  expect(await work(4)).toBe(4);
  expect(asked).toEqual([1, 3, 4]);
});
