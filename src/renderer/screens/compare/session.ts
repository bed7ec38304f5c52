import { create } from 'zustand';
import type { WindowId } from '../../../shared/domain/ids.ts';
import type { WindowKind } from './windows/window-kinds.ts';

export type CompareTab = 'figures' | 'windows' | 'learning' | 'probabilities' | 'configuration';

/** Where one was on the screen, to go on there when one comes back from the chart; nothing of it is stored. */
export interface CompareSession {
  readonly tab: CompareTab;
  readonly kind: WindowKind;
  /** Opened last. */
  readonly windowId: WindowId | null;
  set(change: Partial<Omit<CompareSession, 'set'>>): void;
}

export const useCompareSession = create<CompareSession>()((set) => ({
  tab: 'figures',
  kind: 'some',
  windowId: null,
  set: (change) => set(change),
}));
