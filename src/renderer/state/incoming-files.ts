import { create } from 'zustand';
import type { PickedFile } from '../../shared/contract/bridge.ts';

/** A file of the browser, still to be uploaded, or one that the core can read already. */
export type IncomingFile = File | PickedFile;

interface IncomingFiles {
  readonly files: readonly IncomingFile[];
  add(files: readonly IncomingFile[]): void;
  /** The first one, taken away. */
  takeOne(): IncomingFile | undefined;
}

/** Files that were chosen, dropped or opened from outside and wait to be imported, in order. */
export const useIncomingFiles = create<IncomingFiles>()((set, get) => ({
  files: [],
  add: (files) => set((state) => ({ files: [...state.files, ...files] })),
  takeOne: () => {
    const [first, ...others] = get().files;
    set({ files: others });
    return first;
  },
}));
