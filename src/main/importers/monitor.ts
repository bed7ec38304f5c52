/** How long work tells of itself and learns that it was cancelled. */
export interface Monitor {
  report(message: string, done: number, total: number | null): void;
  /** Throws once the work was cancelled. */
  throwIfCancelled(): void;
}

export const SILENT: Monitor = { report: () => undefined, throwIfCancelled: () => undefined };

/** Lets other events of this process be served, such as the request to cancel. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
