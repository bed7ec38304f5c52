import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve, type Host } from '../../../src/main/headless/serve.ts';
import { webSocketLink, type SocketLike } from '../../../src/shared/transport/web-socket-link.ts';
import type { Link } from '../../../src/shared/transport/link.ts';

let folder: string;
let host: Host;
let links: Link[];
let trainerLinks: Link[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-serve-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'assets', 'app.js'), 'export {}');
  links = [];
  trainerLinks = [];
  host = await serve({ port: 0, rendererFolder: folder, connect: (link) => links.push(link), connectTrainer: (link) => trainerLinks.push(link) });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: host.port, path, headers, method, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

const pathOf = (address: string) => address.slice(address.indexOf('/', 'http://'.length));

async function signIn(): Promise<string> {
  const { headers } = await ask(pathOf(host.freshAddress()));
  return headers['set-cookie']![0]!.split(';')[0]!;
}

describe('the page', () => {
  it('is refused without a token, in words', async () => {
    const answer = await ask('/');
    expect(answer).toMatchObject({ status: 401, body: expect.stringContaining('address that the terminal shows') });
  });

  it('opens with the token, which then leaves the address', async () => {
    const answer = await ask(pathOf(host.freshAddress()));
    expect(answer).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(answer.headers['set-cookie']![0]).toMatch(/HttpOnly; SameSite=Strict; Path=\//);
  });

  it('opens with the cookie ever after', async () => {
    const cookie = await signIn();
    expect(await ask('/', { cookie })).toMatchObject({ status: 200, body: expect.stringContaining('<title>page</title>') });
    expect(await ask('/assets/app.js', { cookie })).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    expect(await ask('/none.js', { cookie })).toMatchObject({ status: 404 });
  });

  it('takes a token once, but lets its own browser reload the address', async () => {
    const address = pathOf(host.freshAddress());
    const cookie = (await ask(address)).headers['set-cookie']![0]!.split(';')[0]!;
    expect(await ask(address)).toMatchObject({ status: 401 });
    expect(await ask(address, { cookie })).toMatchObject({ status: 303 });
  });

  it('does not spend a browser’s second token that it does not need', async () => {
    const cookie = await signIn();
    const address = pathOf(host.freshAddress());
    expect(await ask(address, { cookie })).toMatchObject({ status: 303 });
    expect(await ask(address)).toMatchObject({ status: 303, headers: { location: '/' } });
  });

  it('does not spend the token on a look ahead', async () => {
    const address = pathOf(host.freshAddress());
    expect(await ask(address, {}, 'HEAD')).toMatchObject({ status: 401 });
    expect(await ask(address)).toMatchObject({ status: 303 });
  });

  it('never sends a browser elsewhere', async () => {
    const token = new URL(host.freshAddress()).search;
    expect((await ask(`//evil.example/${token}`)).headers.location ?? '/').toMatch(/^\/(?!\/)/);
  });

  it('answers to no other name: a foreign page may have made its name resolve to this machine', async () => {
    const cookie = await signIn();
    expect(await ask('/', { cookie, host: 'evil.example' })).toMatchObject({ status: 421 });
    expect(await ask('/', { cookie, host: `localhost:${host.port}` })).toMatchObject({ status: 200 });
  });

  it('refuses what another site asks for, and anything but reading', async () => {
    const cookie = await signIn();
    expect(await ask('/', { cookie, origin: 'https://evil.example' })).toMatchObject({ status: 401 });
    expect(await ask('/', { cookie }, 'POST')).toMatchObject({ status: 405 });
  });

  it('carries a strict policy, also when refused', async () => {
    const cookie = await signIn();
    for (const answer of [await ask('/'), await ask('/', { cookie })]) {
      expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(answer.headers).toMatchObject({ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'x-content-type-options': 'nosniff' });
    }
  });
});

describe('the way to the core', () => {
  const open = (path: string, headers: Record<string, string>) => new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
  const refusal = (path: string, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const socket = open(path, headers);
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode!));
      socket.on('open', () => reject(new Error('It was let in.')));
      socket.on('error', () => undefined);
    });

  it('carries messages both ways for our own page', async () => {
    const socket = open('/core', { cookie: await signIn(), origin: `http://127.0.0.1:${host.port}` });
    await once(socket, 'open');
    const client = webSocketLink(socket as unknown as SocketLike);
    const answered = new Promise((resolve) => client.onMessage(resolve));
    links[0]!.onMessage((message) => links[0]!.post({ echo: message }));
    client.post({ bars: new Float64Array([1, NaN]) });
    expect(await answered).toEqual({ echo: { bars: new Float64Array([1, NaN]) } });
    client.close();
  });

  it('is closed to whoever has no session, a foreign origin or a foreign name', async () => {
    const cookie = await signIn();
    expect(await refusal('/core', {})).toBe(401);
    expect(await refusal('/core', { cookie: cookie.slice(0, -1) })).toBe(401);
    expect(await refusal('/core', { cookie, origin: 'https://evil.example' })).toBe(401);
    expect(await refusal('/core', { cookie, host: 'evil.example' })).toBe(421);
    expect(await refusal('/other', { cookie })).toBe(404);
    expect(await refusal('/trainer', {})).toBe(401);
    expect(await refusal('/trainer', { cookie, origin: 'https://evil.example' })).toBe(401);
    expect(await refusal('/trainer', { cookie, host: 'evil.example' })).toBe(421);
    expect([links, trainerLinks]).toEqual([[], []]);
  });

  it('ends a connection whose frame is larger than any that we send', async () => {
    const socket = open('/core', { cookie: await signIn() });
    await once(socket, 'open');
    socket.send(new Uint8Array(9 * 1024 * 1024));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
  });

  it('has a second door for trainers, through which a checkpoint fits', async () => {
    const socket = open('/trainer', { cookie: await signIn(), origin: `http://127.0.0.1:${host.port}` });
    await once(socket, 'open');
    const client = webSocketLink(socket as unknown as SocketLike);
    const arrived = new Promise<{ weights: Uint8Array }>((resolve) => trainerLinks[0]!.onMessage((message) => resolve(message as { weights: Uint8Array })));
    client.post({ weights: new Uint8Array(20 * 1024 * 1024) });
    expect((await arrived).weights).toHaveLength(20 * 1024 * 1024);
    expect(links).toEqual([]);
    client.close();
  });

  it('ends with the host', async () => {
    const socket = open('/core', { cookie: await signIn() });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    const heard = new Promise<string>((resolve) => links[0]!.onClose(() => resolve('the core heard')));
    await host.close();
    expect(await heard).toBe('the core heard');
    expect(await closed).toHaveLength(2);
  });
});

describe('a port that is taken', () => {
  it('is named, with the way out', async () => {
    await expect(serve({ port: host.port, rendererFolder: folder, connect: () => undefined, connectTrainer: () => undefined })).rejects.toMatchObject({
      kind: 'invalid-input',
      message: `Port ${host.port} is in use.`,
      nextStep: expect.stringContaining('--port'),
    });
  });
});
