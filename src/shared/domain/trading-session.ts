/** The hours of an exchange: from its opening up to, but not including, its close, on its own clock. */
export interface TradingSession {
  readonly name: SessionName;
  /** IANA. */
  readonly timeZone: string;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
}

export type SessionName = 'tokyo' | 'london' | 'new-york';

/** Regular trading of the stock exchanges there, as they publish it; Tokyo closes at 15:30 since November 2024. */
export const TRADING_SESSIONS: readonly TradingSession[] = [
  { name: 'tokyo', timeZone: 'Asia/Tokyo', from: 9 * 60, to: 15 * 60 + 30 },
  { name: 'london', timeZone: 'Europe/London', from: 8 * 60, to: 16 * 60 + 30 },
  { name: 'new-york', timeZone: 'America/New_York', from: 9 * 60 + 30, to: 16 * 60 },
];

/** Whether a bar that opens at this time (UTC milliseconds) opens within the session, whatever the day. */
export function isInSession(time: number, wanted: SessionName): boolean {
  const { timeZone, from, to } = TRADING_SESSIONS.find(({ name }) => name === wanted)!;
  const minute = minuteOfDay(time, timeZone);
  return minute >= from && minute < to;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function minuteOfDay(time: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, format);
  const [hour, minute] = format.format(time).split(':').map(Number);
  return hour * 60 + minute;
}
