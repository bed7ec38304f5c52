/**
 * How many to take of each group, of which there are so many: as even as can be, and `count` in all where there are enough. What
 * does not come out even goes to the first groups that have more.
 */
export function shareEvenly(available: readonly number[], count: number): readonly number[] {
  const shares = available.map(() => 0);
  let left = Math.min(count, available.reduce((sum, each) => sum + each, 0));
  while (left > 0) {
    const open = shares.flatMap((share, n) => (share < available[n] ? [n] : []));
    const each = Math.max(1, Math.floor(left / open.length));
    for (const n of open) {
      const more = Math.min(each, available[n] - shares[n], left);
      shares[n] += more;
      left -= more;
    }
  }
  return shares;
}
