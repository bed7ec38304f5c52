import type { Link } from '../../shared/transport/link.ts';
import { messagePortLink } from '../../shared/transport/message-port-link.ts';

/** A page's port as a link. */
export function domPortLink(port: MessagePort): Link {
  return messagePortLink({
    postMessage: (message) => port.postMessage(message),
    onMessage: (receive) => port.addEventListener('message', (event) => receive(event.data)),
    onClose: (closed) => port.addEventListener('close', closed),
    start: () => port.start(),
    close: () => port.close(),
  });
}
