export const DAY_MS = 86_400_000;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]);

/** Milliseconds of midnight of a date of the Gregorian calendar; NaN for a date that does not exist. Years 1600 to 9999. */
export function dateMs(year: number, month: number, day: number): number {
  if (!(year >= 1600 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return Number.NaN;
  return Date.UTC(year, month - 1, day);
}

/** Milliseconds of a time of day; NaN for one that does not exist. */
export function clockMs(hour: number, minute: number, second: number): number {
  const exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  return exists ? ((hour * 60 + minute) * 60 + second) * 1000 : Number.NaN;
}
