import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import styles from './chart.module.css';
import { ChartCore } from './chart-core.ts';
import type { ChartProps } from './chart-types.ts';
import type { BarReadout } from './legend/bar-readout.ts';
import { BarLegend } from './legend/BarLegend.tsx';
import { LayerLegend } from './legend/LayerLegend.tsx';
import { Observable } from './observable.ts';
import type { SavedView } from './saved-view.ts';

/** What the chart is built for; when it changes, the chart is built anew and keeps the time in view. */
function buildKey({ series, timeZone }: ChartProps): string {
  return [series.id, series.barCount, series.firstTime, series.lastTime, series.levels, series.priceDecimals, timeZone].join(' ');
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Candles with labels and predictions. All props are controlled; see chart-types.ts. */
export function Chart(props: ChartProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const core = useRef<ChartCore | null>(null);
  const latest = useRef(props);
  const lastView = useRef<SavedView | null>(null);
  const [readout] = useState(() => new Observable<BarReadout | null>(null));
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = buildKey(props);
  const isEmpty = props.series.barCount === 0;

  useLayoutEffect(() => {
    latest.current = props;
    core.current?.update(props);
  });

  useLayoutEffect(() => {
    if (root.current === null || host.current === null || isEmpty) return undefined;
    const built = new ChartCore({ root: root.current, host: host.current }, latest.current, {
      readout,
      onError: (error) => setFailure(messageOf(error)),
    });
    core.current = built;
    void built.start(lastView.current).then(() => {
      if (core.current === built) latest.current.onReady?.(built.handle);
    });
    return () => {
      lastView.current = built.savedView() ?? lastView.current;
      core.current = null;
      built.dispose();
      readout.set(null);
    };
  }, [key, props.source, attempt, isEmpty, readout]);

  const retry = useCallback(() => {
    setFailure(null);
    setAttempt((count) => count + 1);
  }, []);

  // Another series has not failed yet.
  useEffect(() => setFailure(null), [key]);

  return (
    <div ref={root} className={styles.root} data-testid="chart" role="application" aria-roledescription="chart" aria-label={`Candlestick chart of ${props.series.symbol}`} tabIndex={0}>
      <div ref={host} className={styles.host} />
      <BarLegend readout={readout} />
      <LayerLegend show={props.show} prediction={props.prediction} />
      <a className={styles.credit} href="https://www.tradingview.com/" target="_blank" rel="noreferrer" tabIndex={-1} title="Drawn with Lightweight Charts by TradingView">
        TradingView
      </a>
      {isEmpty && <div className={styles.notice}>This series holds no bars.</div>}
      {failure !== null && (
        <div className={styles.notice} role="alert">
          <span>The bars could not be read: {failure}</span>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}
