/** UTC with milliseconds only where they are not zero: 2011-03-01T09:30:00Z. */
export const isoTime = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
