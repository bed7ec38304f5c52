import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARS_CSV_HEADER, barsCsvLines } from '../../../src/main/exporters/bars-csv.ts';
import { importBarsFrom } from '../../../src/main/importers/import-bars.ts';
import { SILENT } from '../../../src/main/importers/monitor.ts';
import { openBytes } from '../../../src/main/importers/source/open-source.ts';
import { makeBarColumns, type BarColumns } from '../../../src/shared/domain/bar.ts';

const price = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const bar = fc.record({ step: fc.integer({ min: 1, max: 5 }), prices: fc.array(price, { minLength: 4, maxLength: 4 }), volume: fc.double({ min: 0, max: 1e12, noNaN: true }) });
const start = fc.integer({ min: Date.UTC(1980, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 });

const anyBars: fc.Arbitrary<BarColumns> = fc.tuple(start, fc.array(bar, { minLength: 2, maxLength: 30 }), fc.boolean()).map(([minute, made, hasVolume]) => {
  const bars = makeBarColumns(made.length);
  let time = minute * 60_000;
  made.forEach(({ step, prices, volume }, i) => {
    const [low, open, close, high] = prices.toSorted((a, b) => a - b);
    Object.entries({ time: (time += step * 60_000), open, high, low, close, volume: hasVolume ? volume : Number.NaN }).forEach(([name, value]) => {
      bars[name as keyof BarColumns][i] = value;
    });
  });
  return bars;
});

describe('bars as CSV', () => {
  it('are read back by the importer as the same bars, to the bit', async () => {
    await fc.assert(
      fc.asyncProperty(anyBars, async (bars) => {
        const text = BARS_CSV_HEADER + [...barsCsvLines(bars)].join('');
        const { clean, options } = await importBarsFrom(await openBytes(Buffer.from(text), 'abc_1m.csv'), {}, SILENT);
        expect(clean.bars).toEqual(bars);
        expect(options.timeZone).toBe('UTC');
        expect(clean.rejected).toEqual([]);
      }),
    );
  });

  it('leave an unknown volume empty', () => {
    const bars = makeBarColumns(1);
    bars.volume[0] = Number.NaN;
    expect([...barsCsvLines(bars)]).toEqual(['1970-01-01T00:00:00Z,0,0,0,0,\n']);
  });
});
