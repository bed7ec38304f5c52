/** The windows of a training that are watched, by their places in the validation part; they may change on the way. */
export interface WatchedPlaces {
  current(): readonly number[];
  change(places: readonly number[]): void;
  /** Returns what ends it. */
  follow(changed: (places: readonly number[]) => void): () => void;
}

export function makeWatchedPlaces(): WatchedPlaces {
  const followers = new Set<(places: readonly number[]) => void>();
  let watched: readonly number[] = [];
  return {
    current: () => watched,
    change: (places) => {
      watched = places;
      followers.forEach((changed) => changed(places));
    },
    follow: (changed) => {
      followers.add(changed);
      return () => followers.delete(changed);
    },
  };
}
