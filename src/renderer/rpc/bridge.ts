import type { ExpanseBridge } from '../../shared/contract/bridge.ts';

declare global {
  interface Window {
    readonly expanse?: ExpanseBridge;
  }
}

/** What the Electron shell offers; undefined in a browser. */
export const bridge: ExpanseBridge | undefined = window.expanse;
