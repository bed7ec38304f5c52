import { makeInbox } from './inbox.ts';
import type { Link } from './link.ts';

/** Two linked ends within one process; messages are cloned as between processes. For the CLI and tests. */
export function memoryLinkPair(): readonly [Link, Link] {
  const inboxes = [makeInbox(), makeInbox()] as const;
  const closeListeners: (() => void)[] = [];
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    closeListeners.forEach((closed) => closed());
  };
  const end = (own: 0 | 1, other: 0 | 1): Link => ({
    post: (message) => {
      const copy = structuredClone(message);
      if (open) setTimeout(() => inboxes[other].deliver(copy));
    },
    onMessage: inboxes[own].onMessage,
    onClose: (closed) => closeListeners.push(closed),
    close,
  });
  return [end(0, 1), end(1, 0)];
}
