import { describe, expect, it } from 'vitest';
import { makeConnection } from '../../../../src/renderer/rpc/connection.ts';
import { ConnectionLost } from '../../../../src/renderer/rpc/connection-lost.ts';
import type { CoreApi } from '../../../../src/shared/contract/contract.ts';
import type { Link } from '../../../../src/shared/transport/link.ts';
import { memoryLinkPair } from '../../../../src/shared/transport/memory-link.ts';
import { serveClient } from '../../../../src/shared/transport/rpc.ts';

/** A core that answers as told, behind links that can be cut. */
function makeFakeCore(answers: Partial<CoreApi>) {
  let current: Link | undefined;
  let served: ReturnType<typeof serveClient> | undefined;
  let isReachable = true;
  return {
    openLink: async (): Promise<Link> => {
      if (!isReachable) throw new Error('unreachable');
      const [near, far] = memoryLinkPair();
      served = serveClient(far, answers as CoreApi);
      current = near;
      return near;
    },
    cut: (stays: 'unreachable' | 'reachable') => {
      isReachable = stays === 'reachable';
      current?.close();
    },
    mend: () => (isReachable = true),
    emit: () => served?.onCoreEvent({ kind: 'windows-changed' }),
  };
}

const QUICK = [1];
const settings = { theme: 'light' };

describe('connection to the core', () => {
  it('gives the value of an answer', async () => {
    const core = makeFakeCore({ readSettings: async () => ({ ok: true, value: settings }) });
    const connection = makeConnection(core.openLink, QUICK);
    expect(await connection.call('readSettings', {})).toEqual(settings);
    connection.close();
  });

  it('throws a refusal with its kind, message and next step', async () => {
    const error = { kind: 'project', message: 'No project is open.', nextStep: 'Open one.' } as const;
    const core = makeFakeCore({ listSeries: async () => ({ ok: false, error }) });
    const connection = makeConnection(core.openLink, QUICK);
    await expect(connection.call('listSeries', {})).rejects.toMatchObject(error);
    connection.close();
  });

  it('says of a request under way that it was lost, and carries out the next ones when the link is back', async () => {
    let calls = 0;
    const core = makeFakeCore({
      readSettings: () => {
        calls += 1;
        return calls === 1 ? new Promise(() => {}) : Promise.resolve({ ok: true, value: settings });
      },
    });
    const connection = makeConnection(core.openLink, QUICK);
    const states: string[] = [];
    connection.onState(() => states.push(connection.state().kind));
    const underWay = connection.call('readSettings', {});
    await expect.poll(() => calls).toBe(1);
    core.cut('unreachable');
    await expect(underWay).rejects.toBeInstanceOf(ConnectionLost);
    const later = connection.call('readSettings', {});
    await expect.poll(() => connection.state().attempts).toBeGreaterThan(3);
    core.mend();
    expect(await later).toEqual(settings);
    expect([...new Set(states)]).toEqual(['open', 'lost']);
    expect(connection.state()).toEqual({ kind: 'open', attempts: 0 });
    connection.close();
  });

  it('hands events on, also of a later link', async () => {
    const core = makeFakeCore({});
    const connection = makeConnection(core.openLink, QUICK);
    const heard: string[] = [];
    connection.onEvent((event) => heard.push(event.kind));
    await expect.poll(() => connection.state().kind).toBe('open');
    core.emit();
    await expect.poll(() => heard.length).toBe(1);
    core.cut('reachable');
    await expect.poll(() => connection.state().kind).toBe('lost');
    await expect.poll(() => connection.state().kind).toBe('open');
    core.emit();
    await expect.poll(() => heard.length).toBe(2);
    connection.close();
  });
});
