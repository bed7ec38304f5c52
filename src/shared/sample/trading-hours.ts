/** Trading hours of every weekday in UTC, in minutes since midnight; `close` is after `open`, on the same day. */
export interface TradingHours {
  readonly openMinute: number;
  readonly closeMinute: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const isWeekend = (day: number): boolean => ((day + 4) % 7) % 6 === 0;

/** The opening time of the first bar at or after `time`; without hours the market never closes. */
export function nextOpenTime(time: number, hours: TradingHours | null): number {
  if (hours === null) return time;
  let day = Math.floor(time / DAY);
  const minute = (time - day * DAY) / MINUTE;
  if (!isWeekend(day) && minute >= hours.openMinute && minute < hours.closeMinute) return time;
  if (isWeekend(day) || minute >= hours.closeMinute) day += 1;
  while (isWeekend(day)) day += 1;
  return day * DAY + hours.openMinute * MINUTE;
}
