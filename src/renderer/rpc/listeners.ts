export interface Listeners<T> {
  /** Returns what removes the listener again. */
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
}

export function makeListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (value) => [...listeners].forEach((listener) => listener(value)),
  };
}
