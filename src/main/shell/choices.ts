import type { PickedFile } from '../../shared/contract/bridge.ts';
import type { CoreChild } from './core-child.ts';
import { chooseImports, chooseProject, showError } from './dialogs.ts';
import type { WindowHolder } from './window-holder.ts';

/** What the person chose by a dialog, a drop or from outside, handed to the core: paths go no further than here. */
export interface Choices {
  /** Tokens for these files. Throws ExpanseError for what cannot be read. */
  grant(paths: readonly string[]): Promise<readonly PickedFile[]>;
  pickFiles(): Promise<readonly PickedFile[]>;
  pickProject(): Promise<boolean>;
  /** false: it was refused, and the person was told why. */
  openProject(path: string): Promise<boolean>;
}

export function makeChoices(core: CoreChild, window: WindowHolder): Choices {
  const grant = (paths: readonly string[]) => core.ask<'grant-files'>({ kind: 'grant-files', paths });
  const openProject = async (path: string) => {
    try {
      await core.ask<'open-project'>({ kind: 'open-project', path });
      return true;
    } catch (thrown) {
      showError('The project could not be opened', thrown);
      return false;
    }
  };
  return {
    grant,
    openProject,
    pickFiles: async () => {
      const parent = window.current();
      const paths = parent === null ? [] : await chooseImports(parent);
      return paths.length === 0 ? [] : grant(paths);
    },
    pickProject: async () => {
      const parent = window.current();
      const path = parent === null ? undefined : await chooseProject(parent);
      return path !== undefined && openProject(path);
    },
  };
}
