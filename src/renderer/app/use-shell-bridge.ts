import { useEffect } from 'react';
import { bridge } from '../rpc/bridge.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useIncomingFiles } from '../state/incoming-files.ts';
import { goTo } from '../state/workspace.ts';

/** Carries out what the Electron menu asks for, and takes files that were opened from outside. */
export function useShellBridge(): void {
  useEffect(() => {
    if (bridge === undefined) return;
    const stopMenu = bridge.onMenuCommand((command) => {
      if (command === 'new-project') {
        goTo('welcome');
        useDialogs.getState().show('new-project');
      }
      if (command === 'import') goTo('import');
      if (command === 'show-keys') useDialogs.getState().show('keys');
    });
    const stopFiles = bridge.onFilesOpened((files) => {
      useIncomingFiles.getState().add(files);
      goTo('import');
    });
    return () => {
      stopMenu();
      stopFiles();
    };
  }, []);
}
