import type { MethodName, ParamsOf, ValueOf } from '../../shared/contract/contract.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { Link } from '../../shared/transport/link.ts';
import { connectClient } from '../../shared/transport/rpc.ts';
import { ConnectionLost } from './connection-lost.ts';
import { makeListeners } from './listeners.ts';
import { unwrapResult } from './unwrap-result.ts';

export interface ConnectionState {
  readonly kind: 'connecting' | 'open' | 'lost';
  /** Failed attempts since the link was last open. */
  readonly attempts: number;
}

/** A lasting connection to the core: it opens links anew for as long as it lives. */
export interface Connection {
  /** Waits while there is no link. Throws ExpanseError for a refusal, ConnectionLost where the link closed meanwhile. */
  call<Name extends MethodName>(name: Name, params: ParamsOf<Name>): Promise<ValueOf<Name>>;
  state(): ConnectionState;
  onState(listener: () => void): () => void;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  close(): void;
}

interface OpenRpc {
  readonly link: Link;
  readonly request: (name: string, params: unknown) => Promise<unknown>;
  closed: boolean;
}

/** Milliseconds before attempt n; the last one is repeated. */
const RETRY_DELAYS: readonly number[] = [100, 300, 1000, 2000, 4000];

export function makeConnection(openLink: () => Promise<Link>, retryDelays = RETRY_DELAYS): Connection {
  const stateListeners = makeListeners<void>();
  const eventListeners = makeListeners<CoreEvent>();
  let state: ConnectionState = { kind: 'connecting', attempts: 0 };
  let ended = false;
  let wakeWaiting: (rpc: OpenRpc) => void = () => {};
  let current = waitForRpc();

  function waitForRpc() {
    return new Promise<OpenRpc>((resolve) => (wakeWaiting = resolve));
  }

  function setState(next: ConnectionState) {
    state = next;
    stateListeners.tell();
  }

  async function open() {
    try {
      adopt(await openLink());
    } catch {
      retryLater();
    }
  }

  function adopt(link: Link) {
    if (ended) return link.close();
    const rpc = connectClient(link, { onCoreEvent: eventListeners.tell });
    const opened: OpenRpc = { link, closed: false, request: (name, params) => rpc.$call(name as MethodName, params as never) };
    link.onClose(() => lose(opened));
    setState({ kind: 'open', attempts: 0 });
    wakeWaiting(opened);
  }

  function lose(rpc: OpenRpc) {
    rpc.closed = true;
    if (ended) return;
    current = waitForRpc();
    setState({ kind: 'lost', attempts: 0 });
    retryLater();
  }

  function retryLater() {
    if (ended) return;
    setTimeout(open, retryDelays[Math.min(state.attempts, retryDelays.length - 1)]);
    setState({ ...state, attempts: state.attempts + 1 });
  }

  void open();
  return {
    call: async (name, params) => {
      const rpc = await current;
      try {
        return unwrapResult(await rpc.request(name, params)) as ValueOf<typeof name>;
      } catch (thrown) {
        throw rpc.closed ? new ConnectionLost() : thrown;
      }
    },
    state: () => state,
    onState: stateListeners.add,
    onEvent: eventListeners.add,
    close: () => {
      ended = true;
      void current.then((rpc) => rpc.link.close());
    },
  };
}
