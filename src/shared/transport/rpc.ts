import { createBirpc } from 'birpc';
import type { ClientApi } from '../contract/events.ts';
import type { CoreApi } from '../contract/contract.ts';
import type { Link } from './link.ts';

// Imports and predictions may take minutes; they end by answer, cancellation or a closed link, never by a timer.
const NO_TIMEOUT = -1;

/** The renderer's (or CLI's) end: calls the core, receives its events. */
export function connectClient(link: Link, client: ClientApi) {
  const rpc = createBirpc<CoreApi, ClientApi>(client, channel(link));
  link.onClose(() => rpc.$close(new Error('The connection to the core was closed.')));
  return rpc;
}

/** The core's end: answers one client, and can send it events. */
export function serveClient(link: Link, core: CoreApi) {
  const rpc = createBirpc<ClientApi, CoreApi>(core, {
    ...channel(link),
    eventNames: ['onCoreEvent'],
    // What cannot be posted because the client has gone is nobody's loss, and must not end the core.
    onGeneralError: () => true,
  });
  link.onClose(() => rpc.$close());
  return rpc;
}

function channel(link: Link) {
  return {
    post: (message: unknown) => link.post(message),
    on: (receive: (message: unknown) => void) =>
      link.onMessage((message) => {
        if (isReadable(message)) receive(message);
      }),
    timeout: NO_TIMEOUT,
  };
}

// birpc reads fields of whatever arrives and looks its functions up by the method: anything but an object, or a method that
// is no text, would end the process.
function isReadable(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  return !('m' in message) || typeof message.m === 'string';
}
