import type { CoreApi } from '../../shared/contract/contract.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { Link } from '../../shared/transport/link.ts';
import { serveClient } from '../../shared/transport/rpc.ts';

type Listener = (event: CoreEvent) => void;

/** Those who hear the core's events: connected clients, and listeners within the core's own process. */
export interface Clients {
  emit(event: CoreEvent): void;
  onEvent(listener: Listener): () => void;
  connect(link: Link, api: CoreApi): void;
}

export function makeClients(): Clients {
  const listeners = new Set<Listener>();
  const onEvent = (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    onEvent,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    connect: (link, api) => {
      const client = serveClient(link, api);
      // A client may leave while an event is on its way to it.
      const stop = onEvent((event) => void client.onCoreEvent(event).catch(() => undefined));
      link.onClose(stop);
    },
  };
}
