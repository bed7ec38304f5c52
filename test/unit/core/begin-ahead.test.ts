import { describe, expect, it } from 'vitest';
import { beginAhead } from '../../../src/main/core/training/begin-ahead.ts';

const collect = async <T>(all: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const each of all) found.push(each);
  return found;
};
const later = <T>(value: T, milliseconds: number): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));

describe('work that is begun ahead', () => {
  it.each([0, 1, 2, 9])('comes in order, with at most %i waiting behind the one that is awaited', async (ahead) => {
    let open = 0;
    let most = 0;
    const begin = async (item: number): Promise<number> => {
      most = Math.max(most, ++open);
      await later(null, (7 * item) % 5);
      open--;
      return 10 * item;
    };
    expect(await collect(beginAhead([1, 2, 3, 4, 5], ahead, begin))).toEqual([10, 20, 30, 40, 50]);
    expect(most).toBe(Math.min(5, ahead + 1));
  });

  it('throws what fails first in order, after all that was begun has ended', async () => {
    let ended = 0;
    const begin = async (item: number): Promise<number> => {
      await later(null, item === 3 ? 1 : 5);
      ended++;
      if (item >= 2) throw new Error(`item ${item}`);
      return item;
    };
    await expect(collect(beginAhead([1, 2, 3, 4], 2, begin))).rejects.toThrow('item 2');
    expect(ended).toBe(4);
  });

  it('waits for what was begun where the reader leaves early', async () => {
    let ended = 0;
    for await (const each of beginAhead([1, 2, 3], 1, async (item) => later(item, 3).finally(() => ended++))) {
      expect(each).toBe(1);
      break;
    }
    expect(ended).toBe(2);
  });

  it('is nothing for nothing', async () => {
    expect(await collect(beginAhead([], 2, async (item: number) => item))).toEqual([]);
  });
});
