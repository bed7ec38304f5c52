import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/bridge.ts';

export interface MenuActions {
  /** Carried out by the renderer. */
  tell(command: MenuCommand): void;
  openProject(): void;
}

export function menuTemplate({ tell, openProject }: MenuActions, platform = process.platform): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin';
  return [
    ...(onMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: 'New Project…', accelerator: 'CmdOrCtrl+Shift+N', click: () => tell('new-project') },
        { label: 'Open Project…', accelerator: 'CmdOrCtrl+O', click: openProject },
        { type: 'separator' },
        { label: 'Import…', accelerator: 'CmdOrCtrl+I', click: () => tell('import') },
        { type: 'separator' },
        { role: onMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { role: 'viewMenu' },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: 'Keyboard Shortcuts', click: () => tell('show-keys') }] },
  ];
}
