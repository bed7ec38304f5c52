import type { RandomSource } from '../sample/random-source.ts';

/** `count` of them, each as likely as the other, or all where there are fewer; in the order given. */
export function draw<Item>(items: readonly Item[], count: number, random: RandomSource): readonly Item[] {
  const places = items.map((_, n) => n);
  const take = Math.min(count, places.length);
  // The first places of a shuffle: Fisher and Yates.
  for (let n = 0; n < take; n++) {
    const other = n + Math.floor(random.uniform() * (places.length - n));
    [places[n], places[other]] = [places[other], places[n]];
  }
  return places
    .slice(0, take)
    .sort((a, b) => a - b)
    .map((place) => items[place]);
}
