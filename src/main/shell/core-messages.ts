import type { AppError } from '../../shared/contract/errors.ts';
import type { PickedFile } from '../../shared/contract/bridge.ts';
import type { Result } from '../../shared/contract/result.ts';

/** How the shell starts the core, as the one argument of its process. */
export interface CoreArguments {
  readonly version: string;
  readonly dataFolder: string;
  readonly projectsFolder: string;
  /** The project to reopen after a core died; null: none. */
  readonly projectPath: string | null;
}

/** Shell to core. `connect` and `trainer-port` carry a MessagePort. */
export type ToCore =
  | { readonly kind: 'connect' }
  | { readonly kind: 'grant-files'; readonly id: number; readonly paths: readonly string[] }
  | { readonly kind: 'open-project'; readonly id: number; readonly path: string }
  | { readonly kind: 'trainer-port'; readonly trainer: number }
  | { readonly kind: 'trainer-exited'; readonly trainer: number; readonly reason: string }
  | { readonly kind: 'close' };

/** A utility process, or a hidden window for WebGPU. */
export type TrainerPlace = 'process' | 'window';

/** Core to shell. */
export type FromCore =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown> }
  /** The project that is open now, for the window's title. */
  | { readonly kind: 'project'; readonly path: string | null }
  | { readonly kind: 'project-refused'; readonly error: AppError }
  | { readonly kind: 'start-trainer'; readonly trainer: number; readonly where: TrainerPlace }
  | { readonly kind: 'kill-trainer'; readonly trainer: number };

/** What the core answers to a request with an `id`. */
export interface CoreReplies {
  'grant-files': readonly PickedFile[];
  'open-project': null;
}
