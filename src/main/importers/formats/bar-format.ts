import type { ColumnRole } from '../../../shared/contract/imports.ts';

/** What a format looks at to recognise a file: its first rows and its name. */
export interface TableSample {
  readonly kind: 'delimited' | 'json' | 'parquet';
  readonly delimiter: string | null;
  readonly header: readonly string[] | null;
  readonly columnCount: number;
  /** Each with at least `columnCount` cells. */
  readonly rows: readonly (readonly string[])[];
  /** Name of the file or of the zip's member. */
  readonly name: string;
}

export type Columns = Readonly<Partial<Record<ColumnRole, number>>>;

/** How a format reads a file. What it leaves out is detected from the rows. */
export interface Reading {
  readonly columns: Columns;
  readonly timeFormat?: string;
  /** Zone of stamps that carry none. */
  readonly timeZone?: string;
  readonly stampsAreBarEnd?: boolean;
  readonly symbol?: string;
  readonly timeframeMs?: number;
  readonly notes: readonly string[];
}

export interface BarFormat {
  readonly id: string;
  readonly name: string;
  /** The file's prices are so many times the instrument's. Dividing keeps decimals such as 1676500 / 10000 exact to the nearest double. */
  readonly priceDivisor?: number;
  /** Whether a file that can be read so most likely is so. */
  isLikely(sample: TableSample): boolean;
  /** null: the rows cannot be read so. */
  read(sample: TableSample): Reading | null;
}
