import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Link } from '../../shared/transport/link.ts';
import { webSocketLink } from '../../shared/transport/web-socket-link.ts';
import { isLocalHost, isOwnOrigin } from './same-machine.ts';
import type { SiteOptions } from './answer-request.ts';
import { readSession } from './session-cookie.ts';

const PATH = '/core';
/** Uploads come in chunks of 1 MiB; nothing else that a client sends is as large. */
const MAX_FRAME_BYTES = 8 * 1024 * 1024;
const PING_EVERY_MS = 30_000;

export interface CoreSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** Links to the core over WebSocket, for our own page with a session only. */
export function makeCoreSockets(site: Pick<SiteOptions, 'access' | 'port'>, connect: (link: Link) => void): CoreSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  const pinging = setInterval(() => server.clients.forEach(pingOrEnd), PING_EVERY_MS).unref();
  return {
    upgrade: (request, socket, head) => {
      const status = judge(request, site);
      if (status !== 101) return refuse(socket, status);
      server.handleUpgrade(request, socket, head, (webSocket) => {
        // An error is always followed by the end of the connection, which the link tells of.
        webSocket.on('error', () => undefined);
        connect(webSocketLink(webSocket as unknown as Parameters<typeof webSocketLink>[0]));
      });
    },
    close: () => {
      clearInterval(pinging);
      server.clients.forEach((client) => client.terminate());
      server.close();
    },
  };
}

function judge(request: IncomingMessage, { access, port }: Pick<SiteOptions, 'access' | 'port'>): number {
  const { host, origin, cookie } = request.headers;
  if (!isLocalHost(host)) return 421;
  if (!isOwnOrigin(origin, host)) return 401;
  if (!access.isSession(readSession(port, cookie))) return 401;
  return request.url === PATH ? 101 : 404;
}

const REASONS: Readonly<Record<number, string>> = { 401: 'Unauthorized', 404: 'Not Found', 421: 'Misdirected Request' };

function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A peer that did not answer the ping before is gone, though nothing told of it. */
const silent = new WeakSet<WebSocket>();

function pingOrEnd(client: WebSocket): void {
  if (silent.has(client)) return client.terminate();
  silent.add(client);
  client.once('pong', () => silent.delete(client));
  client.ping();
}
