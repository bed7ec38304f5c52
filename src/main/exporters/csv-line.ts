export type CsvValue = string | number | null;

/** One line of a CSV with its line end. null and NaN are empty cells; text is quoted where it must be. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(toCell).join(',')}\n`;

function toCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
