import { create } from 'zustand';

export type DialogName = 'keys' | 'palette' | 'new-project' | 'make-windows' | 'skip-window' | 'go-to-date' | 'review-bulk' | 'review-summary' | 'delete-spans' | 'set-type';

/** The one dialog that is open. */
export const useDialogs = create<{ readonly open: DialogName | null; show(name: DialogName): void; close(): void }>()((set) => ({
  open: null,
  show: (name) => set({ open: name }),
  close: () => set({ open: null }),
}));
