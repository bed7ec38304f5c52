import { makeRandomSource } from '../sample/random-source.ts';

/** What a window draws, in [0, 1): of its id and the seed alone, so that other windows have no say in its place. */
export function windowLot(seed: number, id: number): number {
  // An odd factor spreads seeds that follow each other, or seed 1 would be seed 0 with the ids shifted.
  return makeRandomSource(Math.imul(seed + 1, 0x9e3779b1) ^ id).uniform();
}
