/**
 * A two-way connection that carries structured values (typed arrays included) between two processes.
 * Implementations: message-port-link.ts (Electron), web-socket-link.ts (browser and headless host).
 */
export interface Link {
  post(message: unknown): void;
  /** Replaces the receiver. Messages that arrive before there is one are kept. */
  onMessage(receive: (message: unknown) => void): void;
  onClose(closed: () => void): void;
  close(): void;
}
