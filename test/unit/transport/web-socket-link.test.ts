import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { WebSocket, WebSocketServer } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeMessage, encodeMessage } from '../../../src/shared/transport/codec.ts';
import { webSocketLink, type SocketLike } from '../../../src/shared/transport/web-socket-link.ts';
import { describeLink } from './link-suite.ts';

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
});
afterAll(() => server.close());

async function openSockets(): Promise<readonly [WebSocket, WebSocket]> {
  const accepted = once(server, 'connection');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [[served]] = await Promise.all([accepted, once(client, 'open')]);
  return [client, served as WebSocket];
}

describeLink('web socket link', async () => {
  const [client, served] = await openSockets();
  return { client: webSocketLink(client as unknown as SocketLike), server: webSocketLink(served as unknown as SocketLike), dispose: () => client.terminate() };
});

describe('a frame that no link wrote', () => {
  it.each<[string, string | Uint8Array]>([
    ['text', '{"kind":"call"}'],
    ['half a message', encodeMessage({ bars: new Float64Array(100) }).slice(0, 50)],
    ['nothing', new Uint8Array(0)],
  ])('%s closes the connection', async (_what, frame) => {
    const [client, served] = await openSockets();
    const received: unknown[] = [];
    webSocketLink(served as unknown as SocketLike).onMessage((message) => received.push(message));
    client.send(frame);
    const [code] = await once(client, 'close');
    expect(code).toBe(1003);
    expect(received).toEqual([]);
  });

  it('never does more harm than that, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeMessage(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a closed connection', () => {
  it('takes what is posted without harm', async () => {
    const [client] = await openSockets();
    const link = webSocketLink(client as unknown as SocketLike);
    const closed = new Promise<void>((resolve) => link.onClose(resolve));
    link.close();
    await closed;
    expect(() => link.post({ late: true })).not.toThrow();
  });
});
