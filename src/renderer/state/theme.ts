import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ThemeChoice = 'dark' | 'light' | 'system';
export type Theme = 'dark' | 'light';

interface ThemeState {
  readonly choice: ThemeChoice;
  choose(choice: ThemeChoice): void;
}

/** Kept in the browser as well as in the settings, so that the first frame already has the right colours. */
export const useThemeChoice = create<ThemeState>()(
  persist((set) => ({ choice: 'dark', choose: (choice) => set({ choice }) }), { name: 'expanse:theme', version: 1 }),
);

export function resolveTheme(choice: ThemeChoice, systemIsLight: boolean): Theme {
  if (choice === 'system') return systemIsLight ? 'light' : 'dark';
  return choice;
}
