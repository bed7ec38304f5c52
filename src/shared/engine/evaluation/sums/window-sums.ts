/**
 * Figures that follow from sums over windows: any choice of windows, each as often as one likes, has its figures without
 * another look at its bars.
 */
export interface WindowSums<Name extends string = string> {
  /** Of the figures. */
  readonly names: readonly Name[];
  readonly width: number;
  /** [windows, width], what each window adds. */
  readonly rows: Float64Array;
  /** The figures of sums of such rows, in the order of their names; NaN where undefined. sums: [width] */
  readonly figuresOf: (sums: ArrayLike<number>) => readonly number[];
}

/** Of all windows together: [width]. */
export function totalSums({ width, rows }: WindowSums): Float64Array {
  const sums = new Float64Array(width);
  for (let i = 0; i < rows.length; i++) sums[i % width] += rows[i];
  return sums;
}

export function totalFigures<Name extends string>(sums: WindowSums<Name>): Readonly<Record<Name, number>> {
  const figures = sums.figuresOf(totalSums(sums));
  return Object.fromEntries(sums.names.map((name, k) => [name, figures[k]])) as Record<Name, number>;
}

/** Windows that add anything. */
export function countWindows({ width, rows }: WindowSums): number {
  const adding = new Set<number>();
  rows.forEach((value, i) => value !== 0 && adding.add(Math.floor(i / width)));
  return adding.size;
}

/** What a count cannot give is 0. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** What no window says is undefined. */
export const mean = (sum: number, count: number): number => (count === 0 ? Number.NaN : sum / count);
