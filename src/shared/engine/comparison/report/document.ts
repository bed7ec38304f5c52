/** A cell is text; those of numbers stand to the right. */
export interface DocumentTable {
  readonly kind: 'table';
  /** `number`: its column stands to the right. */
  readonly columns: readonly { readonly name: string; readonly number: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** What the report is made of, whatever it is written in. Text is plain: who writes it escapes it. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | DocumentTable
  /** `svg` is markup already; only pages of HTML show it. */
  | { readonly kind: 'figure'; readonly svg: string; readonly caption: string };

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ReportDocument {
  readonly title: string;
  readonly sections: readonly Section[];
}

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** The first column holds names, those after it numbers. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): DocumentTable => ({
  kind: 'table',
  columns: columns.map((name, k) => ({ name, number: k > 0 })),
  rows,
});
