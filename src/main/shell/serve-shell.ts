import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { MessageEvent, MessagePortMain } from 'electron';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { ExpanseError, toAppError } from '../../shared/contract/errors.ts';
import type { PickedFile } from '../../shared/contract/bridge.ts';
import type { Result } from '../../shared/contract/result.ts';
import { createCore, type Core } from '../core/core.ts';
import type { CoreArguments, FromCore, ToCore } from './core-messages.ts';
import { watchSilence } from '../core/training/watch-silence.ts';
import { portLink } from './port-link.ts';
import { makeTrainerRequests, type TrainerRequests } from './trainer-requests.ts';

/** The core's way to the shell that created its process. */
export interface ShellPort {
  postMessage(message: FromCore): void;
  on(event: 'message', listener: (event: MessageEvent) => void): unknown;
}

/** Runs the core for the shell: it serves renderers over ports, and the shell's few requests over `shell`. */
export function serveShell(shell: ShellPort, { projectPath, ...options }: CoreArguments): void {
  const trainers = makeTrainerRequests((message) => shell.postMessage(message));
  const core = createCore({
    ...options,
    host: 'electron',
    projectPath: null,
    startTrainer: () => watchSilence(trainers.start('process')),
    webTrainers: { find: () => ({ id: 'window', start: () => trainers.start('window') }), onChange: () => undefined },
  });
  core.onEvent((event) => {
    if (event.kind === 'project-changed') void tellProject(shell, core);
  });
  shell.on('message', ({ data, ports }) => void receive(data as ToCore, ports, { shell, core, trainers }));
  if (projectPath !== null) void reopen(shell, core, projectPath);
}

interface Parts {
  readonly shell: ShellPort;
  readonly core: Core;
  readonly trainers: TrainerRequests;
}

async function receive(message: ToCore, ports: readonly MessagePortMain[], { shell, core, trainers }: Parts): Promise<void> {
  switch (message.kind) {
    case 'connect':
      return core.connect(portLink(ports[0]!));
    case 'grant-files':
      return shell.postMessage({ kind: 'reply', id: message.id, result: outcome(() => message.paths.map((path) => grant(core, path))) });
    case 'open-project': {
      const opened = await core.api.openProject({ path: message.path });
      return shell.postMessage({ kind: 'reply', id: message.id, result: opened.ok ? { ok: true, value: null } : opened });
    }
    case 'trainer-port':
      return trainers.connected(message.trainer, ports[0]!);
    case 'trainer-exited':
      return trainers.exited(message.trainer, message.reason);
    case 'close':
      await core.close();
      return process.exit(0);
    default:
      return assertNever(message);
  }
}

function grant(core: Core, path: string): PickedFile {
  const stats = statSync(path);
  if (!stats.isFile()) throw new ExpanseError('bad-file', `${basename(path)} is not a file.`, 'Choose a file of bars or a dataset.');
  return { file: core.grantFile(path), name: basename(path), bytes: stats.size };
}

function outcome<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown) };
  }
}

async function reopen(shell: ShellPort, core: Core, path: string): Promise<void> {
  const opened = await core.api.openProject({ path });
  if (!opened.ok) shell.postMessage({ kind: 'project-refused', error: opened.error });
}

async function tellProject(shell: ShellPort, core: Core): Promise<void> {
  const project = await core.api.readProject({});
  shell.postMessage({ kind: 'project', path: project.ok ? (project.value?.path ?? null) : null });
}
