import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Link } from '../../shared/transport/link.ts';
import { webSocketLink } from '../../shared/transport/web-socket-link.ts';
import { isLocalHost, isOwnOrigin } from './same-machine.ts';
import type { SiteOptions } from './answer-request.ts';
import { readSession } from './session-cookie.ts';

const PING_EVERY_MS = 30_000;

/** What a page can connect to. */
export interface Door {
  /** The largest message that a page has to send there. */
  readonly maxFrameBytes: number;
  readonly connect: (link: Link) => void;
}

export interface CoreSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** Links over WebSocket, for our own page with a session only. `doors`: by path. */
export function makeCoreSockets(site: Pick<SiteOptions, 'access' | 'port'>, doors: ReadonlyMap<string, Door>): CoreSockets {
  const servers = new Map([...doors].map(([path, { maxFrameBytes }]) => [path, new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false })]));
  const all = [...servers.values()];
  const pinging = setInterval(() => all.forEach(({ clients }) => clients.forEach(pingOrEnd)), PING_EVERY_MS).unref();
  return {
    upgrade: (request, socket, head) => {
      const path = request.url ?? '';
      const status = judge(request, site, doors);
      if (status !== 101) return refuse(socket, status);
      servers.get(path)!.handleUpgrade(request, socket, head, (webSocket) => {
        // An error is always followed by the end of the connection, which the link tells of.
        webSocket.on('error', () => undefined);
        doors.get(path)!.connect(webSocketLink(webSocket as unknown as Parameters<typeof webSocketLink>[0]));
      });
    },
    close: () => {
      clearInterval(pinging);
      for (const server of all) {
        server.clients.forEach((client) => client.terminate());
        server.close();
      }
    },
  };
}

function judge(request: IncomingMessage, { access, port }: Pick<SiteOptions, 'access' | 'port'>, doors: ReadonlyMap<string, Door>): number {
  const { host, origin, cookie } = request.headers;
  if (!isLocalHost(host)) return 421;
  if (!isOwnOrigin(origin, host)) return 401;
  if (!access.isSession(readSession(port, cookie))) return 401;
  return doors.has(request.url ?? '') ? 101 : 404;
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
