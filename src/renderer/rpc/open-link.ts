import { CORE_PORT_MESSAGE, type ExpanseBridge } from '../../shared/contract/bridge.ts';
import type { Link } from '../../shared/transport/link.ts';
import { webSocketLink, type SocketLike } from '../../shared/transport/web-socket-link.ts';
import { bridge } from './bridge.ts';
import { domPortLink } from './dom-port-link.ts';

/** The way to the core from where the renderer runs. Rejects where it cannot be reached. */
export function openLink(): Promise<Link> {
  return bridge === undefined ? openSocketLink(new URL('/core', location.href)) : openPortLink(bridge);
}

/** A way to the core for a trainer of this page. Only a browser has one: beside Electron's window there is a hidden one. */
export const openTrainerLink = (): Promise<Link> => openSocketLink(new URL('/trainer', location.href));

function openSocketLink(address: URL): Promise<Link> {
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const link = webSocketLink(socket as SocketLike);
    socket.addEventListener('open', () => resolve(link));
    socket.addEventListener('error', () => reject(new Error('The core cannot be reached.')));
  });
}

function openPortLink(shell: ExpanseBridge): Promise<Link> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent) => {
      if (event.source !== window || event.data !== CORE_PORT_MESSAGE) return;
      window.removeEventListener('message', receive);
      resolve(domPortLink(event.ports[0]));
    };
    window.addEventListener('message', receive);
    shell.openPort();
  });
}
