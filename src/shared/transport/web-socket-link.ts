import { decodeMessage, encodeMessage } from './codec.ts';
import type { Link } from './link.ts';
import { makeInbox } from './inbox.ts';

/** The part of a WebSocket that browsers and the `ws` package share. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  send(data: Uint8Array): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
}

const OPEN = 1;
const UNSUPPORTED_DATA = 1003;

/** Binary frames over an open WebSocket. A frame that cannot be decoded closes the connection. */
export function webSocketLink(socket: SocketLike): Link {
  socket.binaryType = 'arraybuffer';
  const inbox = makeInbox();
  const closeListeners: (() => void)[] = [];
  socket.addEventListener('message', (event) => {
    if (!(event.data instanceof ArrayBuffer)) return socket.close(UNSUPPORTED_DATA, 'binary frames only');
    let message: unknown;
    try {
      message = decodeMessage(new Uint8Array(event.data));
    } catch {
      return socket.close(UNSUPPORTED_DATA, 'frame not understood');
    }
    inbox.deliver(message);
  });
  socket.addEventListener('close', () => closeListeners.forEach((closed) => closed()));
  return {
    post: (message) => {
      if (socket.readyState === OPEN) socket.send(encodeMessage(message));
    },
    onMessage: inbox.onMessage,
    onClose: (closed) => closeListeners.push(closed),
    close: () => socket.close(),
  };
}
