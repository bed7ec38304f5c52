const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const SUFFIXES: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };

export const isNumeric = (cell: string): boolean => PLAIN.test(cell.trim());

/**
 * A price or a volume; NaN for anything that is no number. Takes a currency sign, groups of thousands and the suffixes
 * K, M and B of web exports. `decimalComma`: 1,05 is a little more than one.
 */
export function parseNumber(cell: string, decimalComma = false): number {
  const text = cell.trim();
  if (PLAIN.test(text)) return Number(text);
  return parseDecorated(text, decimalComma);
}

function parseDecorated(text: string, decimalComma: boolean): number {
  const suffix = SUFFIXES[text.at(-1)?.toUpperCase() ?? ''];
  const digits = (suffix === undefined ? text : text.slice(0, -1)).replace(/^[$€£¥]\s*/, '');
  const grouped = decimalComma ? /^[+-]?\d{1,3}(?:[. ]\d{3})*(?:,\d+)?$|^[+-]?\d+,\d+$/ : /^[+-]?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/;
  const plain = decimalComma ? digits.replace(/[. ]/g, '').replace(',', '.') : digits.replaceAll(',', '');
  if (!PLAIN.test(digits) && !grouped.test(digits)) return Number.NaN;
  return Number(plain) * (suffix ?? 1);
}

/** Whether prices are written with a decimal comma: some are, and none has a point. A comma cannot be both that and the delimiter. */
export function hasDecimalComma(cells: readonly string[], delimiter: string | null): boolean {
  return delimiter !== ',' && cells.some((cell) => /^\s*\d+,\d+\s*$/.test(cell)) && !cells.some((cell) => cell.includes('.'));
}
