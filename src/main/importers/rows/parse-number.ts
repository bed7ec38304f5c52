const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const SUFFIXES: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };

export const isNumeric = (cell: string): boolean => PLAIN.test(cell.trim());

/**
 * A price or a volume; NaN for anything that is no number. Takes a currency sign, groups of thousands and the suffixes
 * K, M and B of web exports. `decimalComma`: 1,05 is a little more than one.
 */
export function parseNumber(cell: string, decimalComma = false): number {
  const text = cell.trim();
  if (PLAIN.test(text) && !(decimalComma && text.includes('.'))) return Number(text);
  return parseDecorated(text, decimalComma);
}

function parseDecorated(text: string, decimalComma: boolean): number {
  const suffix = SUFFIXES[text.at(-1)?.toUpperCase() ?? ''];
  const digits = (suffix === undefined ? text : text.slice(0, -1)).replace(/^[$€£¥]\s*/, '');
  const grouped = decimalComma ? /^[+-]?\d{1,3}(?:[. ]\d{3})*(?:,\d+)?$|^[+-]?\d+,\d+$/ : /^[+-]?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/;
  const plain = decimalComma ? digits.replace(/[. ]/g, '').replace(',', '.') : digits.replaceAll(',', '');
  if (grouped.test(digits)) return Number(plain) * (suffix ?? 1);
  return PLAIN.test(digits) ? Number(digits) * (suffix ?? 1) : Number.NaN;
}

/**
 * Whether prices are written with a decimal comma: some are, and every point stands before three digits as 1.095,50 has it.
 * A comma cannot be both that and the delimiter.
 */
export function hasDecimalComma(cells: readonly string[], delimiter: string | null): boolean {
  const isDecimal = (cell: string): boolean => /^\s*(?:\d+|\d{1,3}(?:\.\d{3})+),\d+\s*$/.test(cell);
  const mayBeGrouped = (cell: string): boolean => !cell.includes('.') || /^\s*\d{1,3}(?:\.\d{3})+(?:,\d+)?\s*$/.test(cell);
  return delimiter !== ',' && cells.some(isDecimal) && cells.every(mayBeGrouped);
}
