import type { ChartTheme } from '../../chart-theme.ts';

export interface CalendarLinesOptions {
  readonly period: string;
  readonly session: string;
}

export function calendarLinesOptions(theme: ChartTheme): CalendarLinesOptions {
  return { period: theme.dayLine, session: theme.sessionLine };
}
