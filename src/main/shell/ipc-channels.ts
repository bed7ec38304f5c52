import type { MenuCommand, PickedFile } from '../../shared/contract/bridge.ts';

/** Between preload and shell; nothing else travels there. Everything about the project goes through the core's port. */
export const IPC = {
  openPort: 'expanse:open-port',
  pickFiles: 'expanse:pick-files',
  grantPath: 'expanse:grant-path',
  pickProject: 'expanse:pick-project',
  listening: 'expanse:listening',
  port: 'expanse:port',
  filesOpened: 'expanse:files-opened',
  menuCommand: 'expanse:menu-command',
} as const;

/** What the renderer may ask of the shell and wait for. */
export interface ShellRequests {
  [IPC.pickFiles](): Promise<readonly PickedFile[]>;
  [IPC.grantPath](path: string): Promise<PickedFile | null>;
  [IPC.pickProject](): Promise<boolean>;
}

/** What the shell tells the renderer. */
export interface ShellNews {
  [IPC.filesOpened]: readonly PickedFile[];
  [IPC.menuCommand]: MenuCommand;
}
