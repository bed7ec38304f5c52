const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date in a zone, as yyyy-mm-dd. time: UTC milliseconds; zone: IANA. */
export function tradingDay(time: number, zone: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return format.format(time);
}
