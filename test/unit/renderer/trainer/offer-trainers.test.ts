import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLinkPair } from '../../../../src/shared/transport/memory-link.ts';
import type { Link } from '../../../../src/shared/transport/link.ts';
import type { ConnectionState } from '../../../../src/renderer/rpc/connection.ts';
import { offerTrainers } from '../../../../src/renderer/trainer/offer-trainers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose offers arrive here. */
function makePage(obstacle: string | null = null) {
  const arrived: { readonly link: Link; readonly said: unknown[] }[] = [];
  const handed: unknown[] = [];
  let state: ConnectionState = { kind: 'connecting', attempts: 0 };
  let tell = (): void => undefined;
  offerTrainers({
    connection: { state: () => state, onState: (listener) => ((tell = listener), () => undefined) },
    openLink: async () => {
      const [mine, theirs] = memoryLinkPair();
      const said: unknown[] = [];
      theirs.onMessage((message) => said.push(message));
      arrived.push({ link: theirs, said });
      return mine;
    },
    findObstacle: async () => obstacle,
    runTrainer: () => (message) => void handed.push(message),
  });
  const setState = async (kind: ConnectionState['kind']): Promise<void> => {
    state = { kind, attempts: 0 };
    tell();
    await vi.advanceTimersByTimeAsync(10);
  };
  return { arrived, handed, setState };
}

describe('a page', () => {
  it('offers itself once the core is there, and once only', async () => {
    const { arrived, setState } = makePage();
    await vi.advanceTimersByTimeAsync(5000);
    expect(arrived).toEqual([]);
    await setState('open');
    await setState('open');
    expect(arrived.map(({ said }) => said)).toEqual([[{ kind: 'offer', page: expect.any(String), obstacle: null }]]);
  });

  it('says what is in its way', async () => {
    const { arrived, setState } = makePage('there is no WebGPU here');
    await setState('open');
    expect(arrived[0]!.said).toEqual([{ kind: 'offer', page: expect.any(String), obstacle: 'there is no WebGPU here' }]);
  });

  it('starts a trainer when it is asked, and stands by under the same name for the next', async () => {
    const { arrived, handed, setState } = makePage();
    await setState('open');
    arrived[0]!.link.post({ kind: 'examine' });
    await vi.advanceTimersByTimeAsync(10);
    expect(handed).toEqual([{ kind: 'examine' }]);
    expect(arrived).toHaveLength(2);
    expect(arrived[1]!.said).toEqual(arrived[0]!.said);
    // The end of a trainer that was used withdraws no offer.
    arrived[0]!.link.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(arrived).toHaveLength(2);
  });

  it('offers itself anew after the core closed the offer, or was lost and came back', async () => {
    const { arrived, setState } = makePage();
    await setState('open');
    arrived[0]!.link.close();
    await vi.advanceTimersByTimeAsync(2500);
    expect(arrived).toHaveLength(2);
    await setState('lost');
    arrived[1]!.link.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(arrived).toHaveLength(2);
    await setState('open');
    expect(arrived).toHaveLength(3);
  });
});
