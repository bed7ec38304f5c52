/** The trainer's way to the core, whatever started it. */
export interface ParentLink {
  post(message: unknown): void;
  onMessage(receive: (message: unknown) => void): void;
  /** Whoever would read the answers is gone. */
  onClose(closed: () => void): void;
}

/** Electron's utility process: the shell sends a port to the core as the first message. */
interface ParentPort {
  once(event: 'message', receive: (event: { readonly ports: readonly MessagePort[] }) => void): void;
}
interface MessagePort {
  postMessage(message: unknown): void;
  on(event: 'message', receive: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', closed: () => void): void;
  start(): void;
}

export async function linkToParent(): Promise<ParentLink> {
  const { parentPort } = process as { parentPort?: ParentPort };
  return parentPort === undefined ? linkToNode() : linkToPort(await firstPort(parentPort));
}

const firstPort = (parent: ParentPort): Promise<MessagePort> =>
  new Promise((resolve) => parent.once('message', ({ ports }) => resolve(ports[0])));

function linkToPort(port: MessagePort): ParentLink {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (receive) => {
      port.on('message', ({ data }) => receive(data));
      port.start();
    },
    onClose: (closed) => port.on('close', closed),
  };
}

/** A child of child_process.fork. */
function linkToNode(): ParentLink {
  if (process.send === undefined) throw new Error('A trainer is started by the core, not by hand.');
  return {
    post: (message) => void process.send!(message, undefined, undefined, () => undefined),
    onMessage: (receive) => void process.on('message', receive),
    onClose: (closed) => void process.on('disconnect', closed),
  };
}
