export interface Inbox {
  deliver(message: unknown): void;
  onMessage(receive: (message: unknown) => void): void;
}

/** Keeps what arrives before there is a receiver, then hands everything on in order. */
export function makeInbox(): Inbox {
  let receiver: ((message: unknown) => void) | undefined;
  const waiting: unknown[] = [];
  return {
    deliver: (message) => {
      if (receiver === undefined) waiting.push(message);
      else receiver(message);
    },
    onMessage: (receive) => {
      receiver = receive;
      for (const message of waiting.splice(0)) receive(message);
    },
  };
}
