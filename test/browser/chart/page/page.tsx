import { StrictMode, useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Chart } from '../../../../src/renderer/chart/Chart.tsx';
import type { ChartHandle, ChartProps } from '../../../../src/renderer/chart/chart-types.ts';
import { newSpanId, seriesId, spanId } from '../../../../src/shared/domain/ids.ts';
import type { Span } from '../../../../src/shared/domain/span.ts';
import { timeMs, type TimeMs } from '../../../../src/shared/domain/time.ts';
import { fakeBars } from './fake-bars.ts';

const query = new URLSearchParams(location.search);
const BARS = Number(query.get('bars') ?? 200_000);
const { series, source, levels, reads, control } = fakeBars(BARS, Number(query.get('levels') ?? 4), Number(query.get('delay') ?? 5), Number(query.get('tick') ?? 0));
const bars = levels[0];
control.fails = query.has('fails');

type State = Pick<ChartProps, 'window' | 'spans' | 'selectedSpanId' | 'selectedEdge' | 'prediction' | 'secondPrediction' | 'show' | 'mode' | 'timeZone' | 'theme' | 'cursorTime' | 'pendingStart' | 'selectedPrediction' | 'snapToSwings' | 'measure'> & { readonly mounted: boolean };

const initial: State = {
  window: null,
  spans: [],
  selectedSpanId: null,
  selectedEdge: null,
  selectedPrediction: null,
  prediction: null,
  secondPrediction: null,
  show: { labels: true, predictedSpans: true, probability: true, volume: true, softMask: false, days: true, ema: false, vwap: false, atr: false, features: false },
  mode: 'label',
  timeZone: series.timeZone,
  theme: query.get('theme') === 'light' ? 'light' : 'dark',
  cursorTime: null,
  pendingStart: null,
  mounted: true,
};

const span = (startTime: TimeMs, endTime: TimeMs, patch: Partial<Span> = {}): Span => ({
  id: newSpanId(),
  seriesId: seriesId(1),
  windowId: null,
  startTime,
  endTime,
  confidence: 0.8,
  startUncertainty: 0,
  endUncertainty: 0,
  type: null,
  direction: null,
  note: '',
  author: 'test',
  source: 'person',
  score: null,
  createdAt: timeMs(0),
  updatedAt: timeMs(0),
  ...patch,
});

/** What the tests see and steer; the chart itself knows nothing of it. */
interface TestPage {
  state: State;
  handle: ChartHandle | null;
  ready: number;
  visible: readonly [number, number] | null;
  times: Float64Array;
  highs: Float64Array;
  reads: readonly number[];
  control: { fails: boolean };
  patch(change: Partial<State>): void;
  addSpan(from: number, to: number, patch?: Partial<Span>): void;
  predict(from: number, to: number): void;
}

declare global {
  interface Window {
    testPage: TestPage;
  }
}

/** A probability that rises and falls twice, with a span decoded at each rise. */
function prediction(from: number, to: number): NonNullable<State['prediction']> {
  const length = to - from;
  const probability = Float32Array.from({ length }, (_, i) => 0.06 + 0.85 * Math.max(0, Math.sin((i / length) * 4 * Math.PI)) ** 3);
  const spanAt = (start: number, end: number, score: number): { startTime: TimeMs; endTime: TimeMs; score: number } => ({
    startTime: timeMs(bars.time[from + start]),
    endTime: timeMs(bars.time[from + end]),
    score,
  });
  return {
    name: 'a run',
    time: bars.time.slice(from, to),
    probability,
    threshold: 0.42,
    spans: [spanAt(Math.round(length * 0.07), Math.round(length * 0.18), 0.87), spanAt(Math.round(length * 0.57), Math.round(length * 0.68), 0.61)],
  };
}

function Page(): ReactElement {
  const [state, setState] = useState(initial);
  const patch = (change: Partial<State>): void => setState((before) => ({ ...before, ...change }));
  useEffect(() => {
    Object.assign(window.testPage, {
      state,
      patch,
      addSpan: (from: number, to: number, extra?: Partial<Span>) =>
        setState((before) => {
          const made = span(timeMs(bars.time[from]), timeMs(bars.time[to]), { id: spanId(`span-${before.spans.length + 1}`), ...extra });
          return { ...before, spans: [...before.spans, made] };
        }),
      predict: (from: number, to: number) => patch({ prediction: prediction(from, to) }),
    });
  });
  const { mounted, ...props } = state;
  if (!mounted) return <p>No chart</p>;
  return (
    <Chart
      {...props}
      series={series}
      source={source}
      onCursor={(cursorTime) => patch({ cursorTime })}
      onCreateSpan={(start, end) => {
        const made = span(start, end);
        setState((before) => ({ ...before, spans: [...before.spans, made], selectedSpanId: made.id, selectedEdge: null }));
      }}
      onMoveSpan={(id, startTime, endTime) => setState((before) => ({ ...before, spans: before.spans.map((one) => (one.id === id ? { ...one, startTime, endTime } : one)) }))}
      onSelectSpan={(selectedSpanId, selectedEdge) => patch({ selectedSpanId, selectedEdge })}
      onMeasure={(measure) => patch({ measure })}
      onVisibleRange={(from, to) => Object.assign(window.testPage, { visible: [from, to] })}
      onReady={(handle) => Object.assign(window.testPage, { handle, ready: window.testPage.ready + 1 })}
    />
  );
}

window.testPage = { state: initial, handle: null, ready: 0, visible: null, times: bars.time, highs: bars.high, reads, control, patch: () => undefined, addSpan: () => undefined, predict: () => undefined };

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
