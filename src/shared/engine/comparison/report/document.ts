/** A cell is text; those of numbers stand to the right. */
export interface DocumentTable {
  readonly kind: 'table';
  /** `number`: its column stands to the right. */
  readonly columns: readonly { readonly name: string; readonly number: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Drawings side by side, at least one, with the colour of each name once for all. */
export interface DocumentFigures {
  readonly kind: 'figures';
  /** In the order of colours. */
  readonly legend: readonly string[];
  /** `svg` is markup already. */
  readonly items: readonly { readonly svg: string; readonly caption: string }[];
}

/** What the report is made of, whatever it is written in. Text is plain: who writes it escapes it. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | DocumentTable
  /** Only pages of HTML show them. */
  | DocumentFigures;

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

/** Columns stand to the right where every cell is a number, whatever follows it, or empty. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): DocumentTable => ({
  kind: 'table',
  columns: columns.map((name, k) => ({ name, number: k > 0 && rows.every((cells) => IS_NUMBER.test(cells[k])) })),
  rows,
});

const IS_NUMBER = /^(?:[+\u2212]?\d[\d.]*(?:$| %$| [\u00b1[]).*|none|)$/;
