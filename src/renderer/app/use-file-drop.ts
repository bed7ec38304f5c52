import { useEffect } from 'react';
import { bridge } from '../rpc/bridge.ts';
import { useIncomingFiles, type IncomingFile } from '../state/incoming-files.ts';
import { goTo, useWorkspace } from '../state/workspace.ts';
import { showNote } from '../ui/toast-manager.ts';

/** Files may be dropped anywhere; they are taken to the Import screen. */
export function useFileDrop(): void {
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void takeFiles(files);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, []);
}

async function takeFiles(files: readonly File[]): Promise<void> {
  if (useWorkspace.getState().projectPath === null) {
    return showNote('Open or create a project first', 'Bars are imported into the open project.');
  }
  const incoming = await Promise.all(files.map(async (file): Promise<IncomingFile> => (await bridge?.grantFile(file)) ?? file));
  useIncomingFiles.getState().add(incoming);
  goTo('import');
}
