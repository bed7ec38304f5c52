import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Link } from '../../shared/transport/link.ts';
import { ExpanseError } from '../../shared/contract/errors.ts';
import { makeAccess } from './access.ts';
import { answerRequest } from './answer-request.ts';
import { makeCoreSockets } from './core-sockets.ts';

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** The built renderer. */
  readonly rendererFolder: string;
  /** Hands a new client to the core. */
  readonly connect: (link: Link) => void;
  /** Hands the core a link on which a page offers a trainer. */
  readonly connectTrainer: (link: Link) => void;
}

const MIB = 1024 * 1024;
/** Uploads come in chunks of 1 MiB; nothing else that a client sends is as large. */
const MAX_CLIENT_FRAME = 8 * MIB;
/** A checkpoint of the widest model that can be trained takes 200 MB. */
const MAX_TRAINER_FRAME = 256 * MIB;

export interface Host {
  readonly port: number;
  /** An address with a new token, good for one browser. */
  freshAddress(): string;
  close(): Promise<void>;
}

/** Serves renderer and core to browsers of this machine. Throws ExpanseError where the port is taken. */
export async function serve({ port: wantedPort, rendererFolder, connect, connectTrainer }: ServeOptions): Promise<Host> {
  const server = createServer();
  const port = await listen(server, wantedPort);
  const access = makeAccess();
  const site = { access, rendererFolder, port };
  const doors = new Map([
    ['/core', { maxFrameBytes: MAX_CLIENT_FRAME, connect }],
    ['/trainer', { maxFrameBytes: MAX_TRAINER_FRAME, connect: connectTrainer }],
  ]);
  const sockets = makeCoreSockets(site, doors);
  server.on('request', (request, response) => {
    answerRequest(request, response, site).catch(() => response.destroy());
  });
  server.on('upgrade', sockets.upgrade);
  return {
    port,
    freshAddress: () => `http://127.0.0.1:${port}/?token=${access.issueToken()}`,
    close: () => {
      sockets.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explain(cause, port)));
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function explain(cause: NodeJS.ErrnoException, port: number): unknown {
  if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') return cause;
  const why = cause.code === 'EACCES' ? 'may not be used by you' : 'is in use';
  return new ExpanseError('invalid-input', `Port ${port} ${why}.`, 'Name another with --port, or leave it out for any that is free.', { cause });
}
