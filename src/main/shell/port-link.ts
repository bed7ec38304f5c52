import type { MessagePortMain } from 'electron';
import type { Link } from '../../shared/transport/link.ts';
import { messagePortLink } from '../../shared/transport/message-port-link.ts';

/** Electron's port outside of a renderer as a link. */
export function portLink(port: MessagePortMain): Link {
  return messagePortLink({
    postMessage: (message) => port.postMessage(message),
    onMessage: (receive) => port.on('message', ({ data }) => receive(data)),
    onClose: (closed) => port.on('close', closed),
    start: () => port.start(),
    close: () => port.close(),
  });
}
