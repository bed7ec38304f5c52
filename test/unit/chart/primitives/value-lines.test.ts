import { describe, expect, it } from 'vitest';
import { valueLines, type ValueLinesModel } from '../../../../src/renderer/chart/primitives/value-lines/value-lines-view.ts';
import { axisOfTen } from '../axis.ts';

const model = (patch: Partial<ValueLinesModel> = {}): ValueLinesModel => ({ names: ['ema20'], valueAt: (_, i) => i, beginsAt: () => false, yOf: (value) => 100 - value, ...patch });
const partsOf = (patch: Partial<ValueLinesModel>, axis = axisOfTen({ width: 40 })) => valueLines(model(patch), axis)[0].parts;

describe('valueLines', () => {
  it('goes through the middles of the candles in view and of one more', () => {
    expect(partsOf({})).toEqual([[5, 100, 15, 99, 25, 98, 35, 97, 45, 96, 55, 95]]);
  });

  it('leaves a gap where there is no value, and where a day begins', () => {
    expect(partsOf({ valueAt: (_, i) => (i === 1 ? NaN : i) }).map((part) => part[0])).toEqual([5, 25]);
    expect(partsOf({ beginsAt: (_, i) => i === 3 }).map((part) => part[0])).toEqual([5, 35]);
  });

  it('draws nothing while it is off, or before there is a scale', () => {
    expect(valueLines(null, axisOfTen())).toEqual([]);
    expect(partsOf({ yOf: () => null })).toEqual([]);
  });
});
