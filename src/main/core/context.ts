import type { Database } from 'better-sqlite3';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { Method } from '../../shared/contract/result.ts';
import type { GrantedFiles } from './granted-files.ts';
import type { Jobs } from './jobs.ts';
import type { ProjectHolder } from './project-holder.ts';
import type { SettingsFile } from './settings-file.ts';
import type { StartTrainer } from './trainer-process.ts';
import type { Trainers } from './training/trainers.ts';
import type { WebTrainers } from './web-trainers/web-trainers.ts';

export interface CoreOptions {
  readonly host: 'electron' | 'browser' | 'cli';
  readonly version: string;
  /** For settings and the list of recent projects. */
  readonly dataFolder: string;
  /** Where projects are created by name. */
  readonly projectsFolder: string;
  /** Opened (or created) at start. */
  readonly projectPath: string | null;
  readonly startTrainer: StartTrainer;
  /** Left out: this process has no window. */
  readonly webTrainers?: WebTrainers;
}

/** What services share. A service keeps no state of its own beyond what its area needs. */
export interface CoreContext {
  readonly options: CoreOptions;
  /** The open project's database. Throws ExpanseError 'project' when none is open. */
  database(): Database;
  emit(event: CoreEvent): void;
  readonly jobs: Jobs;
  readonly files: GrantedFiles;
  readonly settings: SettingsFile;
  readonly project: ProjectHolder;
  readonly trainers: Trainers;
  /** Runs when the core ends, after the project was closed: to remove temporary files. */
  onClose(run: () => void | Promise<void>): void;
}

/** An area's requests as a service implements them: plain values out, ExpanseError thrown. */
export type Service<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends Method<infer Params, infer Value> ? (params: Params) => Value | Promise<Value> : never;
};
