import { describe, expect, it } from 'vitest';
import type { ClientApi, CoreEvent } from '../../../src/shared/contract/events.ts';
import type { CoreApi } from '../../../src/shared/contract/contract.ts';
import type { Link } from '../../../src/shared/transport/link.ts';
import { connectClient, serveClient } from '../../../src/shared/transport/rpc.ts';

export interface LinkPair {
  readonly client: Link;
  readonly server: Link;
  dispose(): Promise<void> | void;
}

/** What every transport must do. */
export function describeLink(name: string, makePair: () => Promise<LinkPair>): void {
  const withPair = (test: (pair: LinkPair) => Promise<void>) => async () => {
    const pair = await makePair();
    try {
      await test(pair);
    } finally {
      await pair.dispose();
    }
  };
  const next = (link: Link) => new Promise<unknown>((resolve) => link.onMessage(resolve));

  describe(`${name}: messages`, () => {
    it.each<[string, unknown]>([
      ['typed arrays', { a: new Float64Array([1.5, -0, NaN, Infinity]), b: new Float32Array([0.1]), c: new Int32Array([-7]), d: new Uint8Array([0, 255]), e: new BigInt64Array([-1n]) }],
      ['an empty typed array', { empty: new Float64Array(0) }],
      ['a view of a part of a buffer', { part: new Float64Array([1, 2, 3, 4]).subarray(1, 3) }],
      ['NaN and infinities', [NaN, Infinity, -Infinity]],
      ['null, undefined and booleans', { a: null, b: undefined, c: false }],
      ['whole numbers beyond 32 bits', [Date.UTC(2026, 10, 23), Number.MAX_SAFE_INTEGER, -(2 ** 40)]],
      ['text of any script', ['Ausbruch ↗', '日本語', '👩‍🔬', '']],
      ['deep structure', { a: [{ b: [{ c: { d: [[], [{}]] } }] }] }],
    ])('carry %s', (_what, message) =>
      withPair(async ({ client, server }) => {
        const arrived = next(server);
        client.post(message);
        expect(await arrived).toEqual(message);
      })(),
    );

    it('carry 50,000 bars in one piece', withPair(async ({ client, server }) => {
      const columns = Array.from({ length: 6 }, (_, column) => Float64Array.from({ length: 50_000 }, (_bar, i) => column + i / 7));
      const arrived = next(client);
      server.post({ columns });
      expect(await arrived).toEqual({ columns });
    }));

    it('are copies: what the sender changes later does not arrive', withPair(async ({ client, server }) => {
      const bars = new Float64Array([1, 2]);
      const arrived = next(server);
      client.post(bars);
      bars[0] = 9;
      expect(await arrived).toEqual(new Float64Array([1, 2]));
    }));

    it('keep their order, also those that came before there was a receiver', withPair(async ({ client, server }) => {
      for (let i = 0; i < 20; i += 1) client.post(i);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const received: unknown[] = [];
      const done = new Promise<void>((resolve) => server.onMessage((message) => (received.push(message), received.length === 21 && resolve())));
      client.post(20);
      await done;
      expect(received).toEqual(Array.from({ length: 21 }, (_, i) => i));
    }));
  });

  describe(`${name}: the contract`, () => {
    const core = { listSeries: async () => ({ ok: true, value: [] }), readProject: () => new Promise(() => undefined) } as unknown as CoreApi;
    const silent: ClientApi = { onCoreEvent: () => undefined };
    /** Heard from the start, because a rejection that nobody hears ends the process. */
    const refusalOf = (asked: Promise<unknown>) => asked.then(() => 'answered', (error: Error) => error.message);

    it('answers calls', withPair(async ({ client, server }) => {
      serveClient(server, core);
      expect(await connectClient(client, silent).listSeries({})).toEqual({ ok: true, value: [] });
    }));

    it('tells events', withPair(async ({ client, server }) => {
      const heard = new Promise<CoreEvent>((resolve) => connectClient(client, { onCoreEvent: resolve }));
      void serveClient(server, core).onCoreEvent({ kind: 'series-changed' });
      expect(await heard).toEqual({ kind: 'series-changed' });
    }));

    it('outlives what no peer of ours sends', withPair(async ({ client, server }) => {
      serveClient(server, core);
      const rpc = connectClient(client, silent);
      for (const message of [null, undefined, 5, 'call', [], { kind: 'call' }, { t: 'q', m: 'listSeries', a: 7, i: 'x' }, { t: 's', i: 'x' }]) client.post(message);
      expect(await rpc.listSeries({})).toEqual({ ok: true, value: [] });
    }));

    it('answers a request for what does not exist with an error', withPair(async ({ client, server }) => {
      serveClient(server, Object.freeze(Object.assign(Object.create(null), core)) as CoreApi);
      const rpc = connectClient(client, silent) as unknown as { $call(name: string, params: unknown): Promise<unknown> };
      for (const method of ['__proto__', 'constructor', 'toString', 'nothing']) await expect(rpc.$call(method, {})).rejects.toThrow(/not found/);
    }));

    it('rejects calls under way when the other side closes', withPair(async ({ client, server }) => {
      serveClient(server, core);
      const refusal = refusalOf(connectClient(client, silent).readProject({}));
      await new Promise((resolve) => setTimeout(resolve, 20));
      server.close();
      expect(await refusal).toMatch(/closed/);
    }));

    it('rejects calls under way when our own side closes', withPair(async ({ client, server }) => {
      serveClient(server, core);
      const refusal = refusalOf(connectClient(client, silent).readProject({}));
      client.close();
      expect(await refusal).toMatch(/closed/);
    }));
  });
}
