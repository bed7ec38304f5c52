/** Whether a file is written from new to old: more of its steps go back than forward. `rows`: in the file's order. */
export function isNewestFirst(time: Float64Array, rows: Int32Array): boolean {
  let balance = 0;
  for (let k = 1; k < rows.length; k += 1) balance += Math.sign(time[rows[k]] - time[rows[k - 1]]);
  return balance < 0;
}

/** Rows that stand after a row of a later time; in a file that runs from new to old, after one of an earlier time. */
export function findOutOfOrder(time: Float64Array, rows: Int32Array, newestFirst: boolean): readonly number[] {
  const direction = newestFirst ? -1 : 1;
  const found: number[] = [];
  let furthest = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const place = direction * time[row];
    if (place < furthest) found.push(row);
    else furthest = place;
  }
  return found;
}

/** The rows by time, rows of equal time in the file's order. */
export function sortByTime(time: Float64Array, rows: Int32Array): Int32Array {
  let sorted = true;
  for (let k = 1; k < rows.length && sorted; k += 1) sorted = time[rows[k]] > time[rows[k - 1]];
  return sorted ? rows : rows.slice().sort((a, b) => time[a] - time[b] || a - b);
}
