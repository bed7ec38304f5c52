import { TRADING_SESSIONS } from '../domain/trading-session.ts';

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** 1 January 1970 was a Thursday. day: since then. -> weeks from Monday */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);
const isWeekend = (day: number): boolean => day + 3 - 7 * weekOf(day) > 4;

/**
 * Tells whether a time on the wall (milliseconds, as if the wall showed UTC) lies in the regular hours of the exchange in that zone,
 * Monday to Friday; holidays are not known. null: trading-session.ts knows of no exchange there.
 */
export function regularHours(timeZone: string): ((wall: number) => boolean) | null {
  const hours = TRADING_SESSIONS.find((session) => session.timeZone === timeZone);
  if (hours === undefined) return null;
  return (wall) => {
    const day = Math.floor(wall / DAY_MS);
    const minute = (wall - day * DAY_MS) / MINUTE_MS;
    return minute >= hours.from && minute < hours.to && !isWeekend(day);
  };
}
