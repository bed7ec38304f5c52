import { makeInbox } from './inbox.ts';
import type { Link } from './link.ts';

/** What DOM MessagePort (renderer) and Electron's MessagePortMain (core) are adapted to. */
export interface PortLike {
  postMessage(message: unknown): void;
  onMessage(receive: (data: unknown) => void): void;
  onClose(closed: () => void): void;
  start(): void;
  close(): void;
}

/** Structured clone does the work: typed arrays travel as they are. */
export function messagePortLink(port: PortLike): Link {
  const inbox = makeInbox();
  port.onMessage(inbox.deliver);
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: inbox.onMessage,
    onClose: (closed) => port.onClose(closed),
    close: () => port.close(),
  };
}
