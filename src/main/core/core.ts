import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CoreApi } from '../../shared/contract/contract.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { ExpanseError } from '../../shared/contract/errors.ts';
import type { FileToken } from '../../shared/domain/ids.ts';
import type { Link } from '../../shared/transport/link.ts';
import { ALL_SCHEMAS, makeServices } from './areas.ts';
import { makeClients } from './clients.ts';
import type { CoreContext, CoreOptions } from './context.ts';
import { makeGrantedFiles } from './granted-files.ts';
import { makeJobs } from './jobs.ts';
import { makeProjectHolder } from './project-holder.ts';
import { makeRouter } from './router.ts';
import { openSettingsFile } from './settings-file.ts';
import { makeTrainers } from './training/trainers.ts';
import { NO_WEB_TRAINERS } from './web-trainers/web-trainers.ts';

/** The owner of the data: one project, its services, and the clients that they serve. */
export interface Core {
  /** Validated. Every method answers a Result and never rejects. */
  readonly api: CoreApi;
  /** Serves one client until its link closes; it hears every event. */
  connect(link: Link): void;
  /** Lets clients read a file that the person chose. Throws ExpanseError 'invalid-input' for the open project itself. */
  grantFile(path: string): FileToken;
  /** Returns what stops the listening. */
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Cancels jobs, stops a trainer, closes the project. */
  close(): Promise<void>;
}

/** Throws ExpanseError 'project' where `options.projectPath` cannot be opened. */
export function createCore(options: CoreOptions): Core {
  const clients = makeClients();
  const closeHooks: (() => void | Promise<void>)[] = [];
  const project = makeProjectHolder(options.projectPath);
  const context: CoreContext = {
    options,
    project,
    database: project.database,
    emit: clients.emit,
    jobs: makeJobs(clients.emit),
    files: makeGrantedFiles(),
    settings: openSettingsFile(options.dataFolder),
    trainers: makeTrainers({
      startTrainer: options.startTrainer,
      webTrainers: options.webTrainers ?? NO_WEB_TRAINERS,
      onChange: () => clients.emit({ kind: 'backends-changed' }),
    }),
    onClose: (run) => closeHooks.push(run),
  };
  project.beforeClose(context.jobs.cancelAll);
  const end = async () => {
    await context.jobs.cancelAll();
    await project.close();
    for (const run of closeHooks) await run();
  };
  let closing: Promise<void> | undefined;
  const api = makeRouter(makeServices(context), ALL_SCHEMAS);

  return {
    api,
    connect: (link) => clients.connect(link, api),
    grantFile: (path) => {
      requireOtherThanProject(path, project.path());
      return context.files.grant({ path, name: basename(path), temporary: false });
    },
    onEvent: clients.onEvent,
    close: () => (closing ??= end()),
  };
}

// Closing any handle on the project's file, by whatever name, would drop the lock that keeps other processes out (POSIX).
function requireOtherThanProject(path: string, project: string | null): void {
  if (project === null || !isSameFile(path, project)) return;
  throw new ExpanseError('invalid-input', `${path} is the project that is open.`, 'Choose a file with bars or labels.');
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}
