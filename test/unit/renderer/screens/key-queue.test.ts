import { describe, expect, it } from 'vitest';
import { makeKeyQueue } from '../../../../src/renderer/screens/label/editing/key-queue.ts';

describe('keys that wait for a window', () => {
  it('come out in the order in which they were pressed', () => {
    const queue = makeKeyQueue();
    expect([queue.isEmpty(0), queue.take(0)]).toEqual([true, null]);
    queue.add('move.right', 0);
    queue.add('span.start-end', 10);
    expect([queue.isEmpty(20), queue.take(20), queue.take(20), queue.take(20), queue.isEmpty(20)]).toEqual([false, 'move.right', 'span.start-end', null, true]);
  });

  it('are dropped where the window took too long', () => {
    const queue = makeKeyQueue();
    queue.add('span.confidence-3', 0);
    queue.add('move.left', 2500);
    expect([queue.isEmpty(5500), queue.isEmpty(5501)]).toEqual([false, true]);
    expect([queue.take(3001), queue.take(3001)]).toEqual(['move.left', null]);
  });
});
