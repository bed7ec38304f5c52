import type { Page } from 'playwright-core';

/** Hands on a keyboard that count what they do. A held key counts once, however often it repeats. */
export interface CountingHands {
  tap(key: string): Promise<void>;
  /** Holds a key until it was heard so many times. */
  hold(key: string, times: number): Promise<void>;
  /** Keystrokes since the last call. */
  take(): number;
}

export function makeCountingHands({ keyboard }: Page): CountingHands {
  let count = 0;
  return {
    tap: async (key) => {
      count += 1;
      await keyboard.press(key);
    },
    hold: async (key, times) => {
      count += 1;
      // A key that is down already and goes down again is a repeat to the page.
      for (let heard = 0; heard < times; heard++) await keyboard.down(key);
      await keyboard.up(key);
    },
    take: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}
