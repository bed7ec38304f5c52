import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '../site/security-headers.ts';
import { readStaticFile } from '../site/static-files.ts';
import type { Access } from './access.ts';
import { isLocalHost, isOwnOrigin } from './same-machine.ts';
import { readSession, sessionCookie } from './session-cookie.ts';

export interface SiteOptions {
  readonly access: Access;
  readonly rendererFolder: string;
  /** The port that the host listens on. */
  readonly port: number;
}

const NO_TOKEN = 'This page opens with the address that the terminal shows, once for each browser. Press Enter in the terminal for a fresh address.\n';

/** One request of the site: checks first, then the token's exchange, then the renderer's files. */
export async function answerRequest(request: IncomingMessage, response: ServerResponse, site: SiteOptions): Promise<void> {
  const { host, origin, cookie } = request.headers;
  if (host === undefined || !isLocalHost(host)) return refuse(response, 421, 'This host answers to 127.0.0.1 and localhost only.\n');
  // Some browsers do not count a WebSocket of the same host as the page's own origin.
  for (const [name, value] of Object.entries(securityHeaders([`ws://${host}`]))) response.setHeader(name, value);
  if (!isOwnOrigin(origin, host)) return refuse(response, 401, 'Requests from other sites are refused.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.\n');

  const url = new URL(request.url ?? '/', `http://${host}`);
  const known = site.access.isSession(readSession(site.port, cookie));
  const token = url.searchParams.get('token');
  if (token !== null && request.method === 'GET') {
    const session = known ? null : site.access.redeem(token);
    if (session !== null) response.setHeader('Set-Cookie', sessionCookie(site.port, session));
    // The token leaves the address bar; a reload of the old address works as long as the cookie does.
    if (known || session !== null) return redirect(response, url.pathname);
  }
  if (!known) return refuse(response, 401, NO_TOKEN);
  await sendFile(request, response, site.rendererFolder, url.pathname);
}

async function sendFile(request: IncomingMessage, response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = await readStaticFile(folder, path);
  if (file === null) return refuse(response, 404, 'There is no such file.\n');
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length, 'Cache-Control': file.cacheControl });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function redirect(response: ServerResponse, location: string): void {
  // A path that begins with two slashes would name another host.
  response.writeHead(303, { Location: location.replace(/^\/+/, '/'), 'Cache-Control': 'no-store' }).end();
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(text);
}
