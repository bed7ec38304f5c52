import type { StartTrainer } from '../trainer-process.ts';

/** A hidden window or a page of a browser in which a trainer can compute by WebGPU. What it sends is not to be trusted. */
export interface WebTrainerPlace {
  /** The same for as long as it is the same place: what was found out about one is no news of another. */
  readonly id: string;
  readonly start: StartTrainer;
}

export interface WebTrainers {
  /** The place to use now, or in words why there is none. */
  find(): WebTrainerPlace | { readonly obstacle: string };
  /** Whenever `find` may answer otherwise. */
  onChange(listener: () => void): void;
}

/** A process without any window. */
export const NO_WEB_TRAINERS: WebTrainers = {
  find: () => ({ obstacle: 'it computes in a window of the app, and the command line has none' }),
  onChange: () => undefined,
};
