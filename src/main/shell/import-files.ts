import type { PickedFile } from '../../shared/contract/bridge.ts';

/** Files that were opened from outside, kept until the renderer is there to take them. */
export interface ImportFiles {
  add(files: readonly PickedFile[]): void;
  /** The renderer listens from now on. */
  listening(): void;
  /** The page was left or reloaded: it does not listen for now. */
  silent(): void;
}

export function makeImportFiles(tellRenderer: (files: readonly PickedFile[]) => void): ImportFiles {
  let waiting: readonly PickedFile[] = [];
  let heard = false;
  const flush = () => {
    if (!heard || waiting.length === 0) return;
    tellRenderer(waiting);
    waiting = [];
  };
  return {
    add: (files) => {
      waiting = [...waiting, ...files];
      flush();
    },
    listening: () => {
      heard = true;
      flush();
    },
    silent: () => (heard = false),
  };
}
