import { ipcRenderer } from 'electron';
import { TRAINER_PORT_MESSAGE } from '../../shared/contract/bridge.ts';
import { IPC } from './ipc-channels.ts';

// Beside the page of a hidden window: it hands over the port to the core, and exposes nothing.
ipcRenderer.once(IPC.port, ({ ports }) => window.postMessage(TRAINER_PORT_MESSAGE, window.location.origin, [...ports]));
