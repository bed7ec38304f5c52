import { streamKey } from './counter-random.ts';

// One number per purpose keeps the streams of a seed apart.
const INITIAL = 1;
const ORDER = 2;
const DROPOUT = 3;
const VARIANT = 4;
const PRETRAINING = 5;

/** What fills the parameter at this place in the list of specs. */
export const initialStream = (seed: number, parameter: number): number => streamKey(seed, INITIAL, parameter);

/** What shuffles the windows of an epoch. */
export const orderStream = (seed: number, epoch: number): number => streamKey(seed, ORDER, epoch);

/** What a layer drops in a step; steps are counted over all epochs. */
export const dropoutStream = (seed: number, step: number, layer: number): number => streamKey(seed, DROPOUT, step, layer);

/** What draws the variant of each window in a step; steps are counted over all epochs. */
export const variantStream = (seed: number, step: number): number => streamKey(seed, VARIANT, step);

/** What shuffles the windows of an epoch before the labels. */
export const pretrainingOrderStream = (seed: number, epoch: number): number => streamKey(seed, PRETRAINING, 0, epoch);

/** What hides bars in a step before the labels. */
export const hiddenBarsStream = (seed: number, step: number): number => streamKey(seed, PRETRAINING, 1, step);
