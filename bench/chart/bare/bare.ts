// The library as it comes, with candles and nothing else: what ours is held against.
import { CandlestickSeries, createChart, type UTCTimestamp } from 'lightweight-charts';
import { generateMarket } from '../../../src/shared/sample/generate-market.ts';

const BARS = 20_000;

const { bars } = generateMarket({ bars: BARS, seed: 1, timeframeMs: 60_000, startTime: Date.UTC(2018, 0, 1) });
const host = document.getElementById('chart')!;
const chart = createChart(host, { autoSize: true, layout: { attributionLogo: false }, localization: { locale: 'en-GB' } });
chart.addSeries(CandlestickSeries).setData(
  Array.from(bars.time, (ms, i) => ({ time: (ms / 1000) as UTCTimestamp, open: bars.open[i]!, high: bars.high[i]!, low: bars.low[i]!, close: bars.close[i]! })),
);
// As many bars in view as ours begins with.
chart.timeScale().setVisibleLogicalRange({ from: BARS - 240, to: BARS + 8 });
requestAnimationFrame(() => requestAnimationFrame(() => (host.dataset['loadedBars'] = String(BARS))));
