import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../../src/main/cli/history/moment.ts';

describe('a moment of the history', () => {
  it('is the number of a step', () => {
    expect(parseMoment('120')).toEqual({ kind: 'step', sequence: 120 });
  });

  it.each([
    ['2024-01-31', Date.UTC(2024, 0, 31)],
    ['2024-01-31T09:30', Date.UTC(2024, 0, 31, 9, 30)],
    ['2024-01-31 09:30:15', Date.UTC(2024, 0, 31, 9, 30, 15)],
    ['2024-01-31T09:30Z', Date.UTC(2024, 0, 31, 9, 30)],
    ['2024-01-31T09:30-05:00', Date.UTC(2024, 0, 31, 14, 30)],
  ])('is a time, UTC unless it says otherwise: %s', (text, time) => {
    expect(parseMoment(text)).toEqual({ kind: 'time', time });
  });

  it.each(['yesterday', '', '12:30', '-3'])('is neither: %j', (text) => {
    expect(() => parseMoment(text)).toThrow(InvalidArgumentError);
  });
});
