const formats = new Map<string, Intl.DateTimeFormat>();

/** Hour of the day, 0 to 23, by the clock of a zone. time: UTC milliseconds; zone: IANA, or 'UTC-05:00'. */
export function clockHour(time: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone.replace(/^UTC(?=[+-])/, ''), hour: '2-digit', hourCycle: 'h23' });
  formats.set(zone, format);
  return Number(format.format(time));
}
