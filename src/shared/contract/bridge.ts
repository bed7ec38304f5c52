import type { FileToken } from '../domain/ids.ts';

/** A file that the person chose: the core reads it by its token, and its path never reaches the renderer. */
export interface PickedFile {
  readonly file: FileToken;
  readonly name: string;
  readonly bytes: number;
}

/** Menu entries that the renderer carries out. */
export type MenuCommand = 'new-project' | 'import' | 'show-keys';

/**
 * `window.expanse`: what the Electron shell's preload offers to the renderer. It is absent in a browser, where the core is
 * reached by WebSocket at `/core` and files are uploaded.
 */
export interface ExpanseBridge {
  readonly host: 'electron';
  /**
   * Asks for a port to the core. It arrives as a `message` event of the window whose `source` is the window itself, whose
   * `data` is CORE_PORT_MESSAGE and whose `ports[0]` is the MessagePort, because the bridge cannot hand a port over directly.
   * Ask again when the port closes: the shell starts a core that died anew.
   */
  openPort(): void;
  /** Shows the dialog for files to import; empty: it was dismissed. */
  pickFiles(): Promise<readonly PickedFile[]>;
  /** `file`: a DOM File that was dropped or pasted; null: it is no file of this machine's disk (read and upload it instead). */
  grantFile(file: object): Promise<PickedFile | null>;
  /** Shows the dialog for a project and opens it; the core tells of it by `project-changed`. false: dismissed or refused. */
  pickProject(): Promise<boolean>;
  /** Files that were opened from outside (file manager, command line) to be imported. Returns the way to stop listening. */
  onFilesOpened(listener: (files: readonly PickedFile[]) => void): () => void;
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}

export const CORE_PORT_MESSAGE = 'expanse:core-port';

/** The same for the hidden window of a trainer, which gets its one port without asking, and no bridge. */
export const TRAINER_PORT_MESSAGE = 'expanse:trainer-port';
