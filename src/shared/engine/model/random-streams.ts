import { streamKey } from './counter-random.ts';

// One number per purpose keeps the streams of a seed apart.
const INITIAL = 1;
const ORDER = 2;
const DROPOUT = 3;

/** What fills the parameter at this place in the list of specs. */
export const initialStream = (seed: number, parameter: number): number => streamKey(seed, INITIAL, parameter);

/** What shuffles the windows of an epoch. */
export const orderStream = (seed: number, epoch: number): number => streamKey(seed, ORDER, epoch);

/** What a layer drops in a step; steps are counted over all epochs. */
export const dropoutStream = (seed: number, step: number, layer: number): number => streamKey(seed, DROPOUT, step, layer);
