const counts = new Intl.NumberFormat('en-GB');

/** 186348 -> '186,348'. */
export function formatCount(value: number): string {
  return counts.format(value);
}

/** '1 window', '3 windows', '12,000 windows'. */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A figure such as an F1 or a difference of two: three decimals, a true minus sign, no negative zero. */
export function formatFigure(value: number): string {
  return withTrueMinus(value.toFixed(3));
}

const withTrueMinus = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−'));

/** A loss: four significant digits, so that curves of any size can be read. */
export function formatLoss(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const isExtreme = Math.abs(value) >= 10_000 || Math.abs(value) < 0.0001;
  return withTrueMinus(isExtreme ? value.toExponential(2) : value.toPrecision(4));
}

/** 0.0123 -> '+1.23 %', with a true minus sign. */
export function formatMove(fraction: number): string {
  const percent = fraction * 100;
  const digits = Math.abs(percent) < 0.1 ? 3 : 2;
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
  return `${sign}${Math.abs(percent).toFixed(digits)} %`;
}

/** 0.314 -> '31 %'. */
export function formatShare(fraction: number): string {
  return `${Math.round(fraction * 100)} %`;
}

/** [0.214, 0.402] -> '0.214 to 0.402'. */
export function formatInterval([low, high]: readonly [low: number, high: number]): string {
  return `${formatFigure(low)} to ${formatFigure(high)}`;
}
