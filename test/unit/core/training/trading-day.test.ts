import { expect, it } from 'vitest';
import { tradingDay } from '../../../../src/main/core/training/trading-day.ts';

it('a trading day is the date where the series is at home', () => {
  const late = Date.UTC(2025, 0, 7, 3, 30);
  expect(tradingDay(late, 'UTC')).toBe('2025-01-07');
  expect(tradingDay(late, 'America/New_York')).toBe('2025-01-06');
  expect(tradingDay(late, 'Asia/Tokyo')).toBe('2025-01-07');
});
