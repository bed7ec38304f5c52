import { describe, expect, it, vi } from 'vitest';
import { memoryLinkPair } from '../../../../src/shared/transport/memory-link.ts';
import type { Link } from '../../../../src/shared/transport/link.ts';
import { makePageTrainers, type PageTrainers } from '../../../../src/main/core/web-trainers/page-trainers.ts';

/** A link of a page, once its offer has arrived. */
async function offer(pages: PageTrainers, page: string, obstacle: string | null = null): Promise<Link> {
  const [mine, theirs] = memoryLinkPair();
  const arrived = new Promise<void>((resolve) => pages.onChange(resolve));
  pages.connect(theirs);
  mine.post({ kind: 'offer', page, obstacle });
  await arrived;
  return mine;
}

const [A, B] = [crypto.randomUUID(), crypto.randomUUID()];

function idOf(pages: PageTrainers): string | undefined {
  const place = pages.find();
  return 'obstacle' in place ? undefined : place.id;
}

function start(pages: PageTrainers) {
  const place = pages.find();
  if ('obstacle' in place) throw new Error(place.obstacle);
  return place.start();
}

describe('trainers in pages', () => {
  it('are none without a page', () => {
    expect(makePageTrainers().find()).toEqual({ obstacle: 'it computes in a page that shows the app, and none is open' });
  });

  it('use the page that came first; the other stands by until that one is gone', async () => {
    const pages = makePageTrainers();
    const first = await offer(pages, A);
    const second = await offer(pages, B);
    expect(idOf(pages)).toBe(A);
    const trainer = start(pages);
    expect(idOf(pages)).toBe(B);
    const again = await offer(pages, A);
    expect(idOf(pages)).toBe(A);
    const ends: string[] = [];
    trainer.onExit((reason) => ends.push(reason));
    first.close();
    again.close();
    expect(ends).toEqual(['the page that it ran in was closed or left']);
    expect(idOf(pages)).toBe(B);
    second.close();
    expect(idOf(pages)).toBeUndefined();
  });

  it('do not use what else a page offered once its used link is gone, until it offers itself anew', async () => {
    const pages = makePageTrainers();
    const used = await offer(pages, A);
    start(pages);
    const standsBy = await offer(pages, A);
    const turnedAway = vi.fn();
    standsBy.onClose(turnedAway);
    await offer(pages, B);
    used.close();
    expect(turnedAway).toHaveBeenCalledOnce();
    expect(idOf(pages)).toBe(B);
  });

  it('leave what else a page offered where a trainer was ended on this side', async () => {
    const pages = makePageTrainers();
    await offer(pages, A);
    const trainer = start(pages);
    await offer(pages, A);
    trainer.kill();
    expect(idOf(pages)).toBe(A);
  });

  it('carry messages both ways, and are told as gone at once when they are killed', async () => {
    const pages = makePageTrainers();
    const page = await offer(pages, A);
    const trainer = start(pages);
    const [asked, answered, ended, closed] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    page.onMessage(asked);
    page.onClose(closed);
    trainer.onMessage(answered);
    trainer.onExit(ended);
    trainer.post({ kind: 'examine' });
    await vi.waitFor(() => expect(asked).toHaveBeenCalledWith({ kind: 'examine' }));
    page.post({ kind: 'examined' });
    await vi.waitFor(() => expect(answered).toHaveBeenCalledWith({ kind: 'examined' }));
    trainer.kill();
    expect(ended).toHaveBeenCalledExactlyOnceWith('it was ended');
    expect(closed).toHaveBeenCalledOnce();
  });

  it('tell why a page cannot train, and use one that can', async () => {
    const pages = makePageTrainers();
    await offer(pages, A, 'there is no WebGPU here');
    expect(pages.find()).toEqual({ obstacle: 'there is no WebGPU here' });
    await offer(pages, B);
    expect(idOf(pages)).toBe(B);
  });

  it.each<[string, unknown]>([
    ['no offer', { kind: 'trained' }],
    ['no message', null],
    ['the name of no page', { kind: 'offer', page: 'x', obstacle: null }],
  ])('let nobody in who begins with %s', async (_what, message) => {
    const pages = makePageTrainers();
    const [mine, theirs] = memoryLinkPair();
    const closed = new Promise<void>((resolve) => mine.onClose(resolve));
    pages.connect(theirs);
    mine.post(message);
    await closed;
    expect(idOf(pages)).toBeUndefined();
  });

  it('let go of a page that speaks before it is asked', async () => {
    const pages = makePageTrainers();
    const page = await offer(pages, A);
    const closed = new Promise<void>((resolve) => page.onClose(resolve));
    page.post({ kind: 'ready' });
    await closed;
    expect(idOf(pages)).toBeUndefined();
  });
});
