import { useEffect, useLayoutEffect } from 'react';
import { useSettings, useWriteSetting } from '../rpc/queries.ts';
import { useThemeChoice, type ThemeChoice } from '../state/theme.ts';
import { useResolvedTheme } from '../state/use-resolved-theme.ts';

/** Puts the chosen colours on the page; the settings decide where this browser has not been used before. */
export function useTheme(): void {
  const choose = useThemeChoice((state) => state.choose);
  const { data: settings } = useSettings();
  const kept = settings?.theme;
  useEffect(() => {
    if (kept === 'dark' || kept === 'light' || kept === 'system') choose(kept);
  }, [kept, choose]);
  const theme = useResolvedTheme();
  // Before other effects, because what draws on a canvas looks its colours up in them.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}

export function useChooseTheme(): (choice: ThemeChoice) => void {
  const writeSetting = useWriteSetting();
  const choose = useThemeChoice((state) => state.choose);
  return (choice) => {
    choose(choice);
    void writeSetting('theme', choice);
  };
}
