// The little of the DOM that the preload uses; the rest of `main` has none.
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly object[]): void;
};
