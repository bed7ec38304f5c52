import type { Method, Nothing } from './result.ts';

export interface ProjectInfo {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly series: number;
  readonly bars: number;
  readonly windows: number;
  readonly spans: number;
  readonly runs: number;
}

export interface RecentProject {
  readonly path: string;
  readonly name: string;
  readonly openedAt: number;
  readonly exists: boolean;
}

export interface ProjectApi {
  /** null: none is open. */
  readProject: Method<Nothing, ProjectInfo | null>;
  /** In the folder for projects, as `name.expanse`; refuses a name that exists. */
  createProject: Method<{ readonly name: string }, ProjectInfo>;
  openProject: Method<{ readonly path: string }, ProjectInfo>;
  closeProject: Method<Nothing, null>;
  listRecentProjects: Method<Nothing, readonly RecentProject[]>;
  /** A new project with generated bars, windows and a few labelled spans. The same seed gives the same project. */
  createSampleProject: Method<{ readonly seed: number }, ProjectInfo>;
}
