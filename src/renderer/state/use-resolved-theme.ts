import { useSyncExternalStore } from 'react';
import { resolveTheme, useThemeChoice, type Theme } from './theme.ts';

const systemLight = window.matchMedia('(prefers-color-scheme: light)');

function onSystemChange(listener: () => void): () => void {
  systemLight.addEventListener('change', listener);
  return () => systemLight.removeEventListener('change', listener);
}

/** What the first frame is to be drawn in, before there is a component to ask. */
export function firstTheme(): Theme {
  return resolveTheme(useThemeChoice.getState().choice, systemLight.matches);
}

/** The colours that are shown now. */
export function useResolvedTheme(): Theme {
  const choice = useThemeChoice((state) => state.choice);
  const systemIsLight = useSyncExternalStore(onSystemChange, () => systemLight.matches);
  return resolveTheme(choice, systemIsLight);
}
