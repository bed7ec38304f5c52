import type { JobId } from '../domain/ids.ts';
import type { Method, Nothing } from './result.ts';

export interface SystemInfo {
  readonly version: string;
  /** 'electron' or 'browser': where the renderer runs. */
  readonly host: 'electron' | 'browser' | 'cli';
  readonly node: string;
  readonly platform: string;
  readonly cores: number;
  readonly projectsFolder: string;
  /** Training back ends and whether each can be used here, with the reason where not. */
  readonly backends: readonly { readonly name: string; readonly usable: boolean; readonly reason: string }[];
}

/** Small values of the person, kept outside of any project: theme, author, key bindings, guide seen. */
export type Settings = Readonly<Record<string, unknown>>;

export interface SystemApi {
  readSystem: Method<Nothing, SystemInfo>;
  readSettings: Method<Nothing, Settings>;
  /** `value: null` removes the setting. */
  writeSetting: Method<{ readonly key: string; readonly value: unknown }, Settings>;
  /** Cancels the long work under this id; a job that has ended is no error. */
  cancelJob: Method<{ readonly jobId: JobId }, null>;
}
