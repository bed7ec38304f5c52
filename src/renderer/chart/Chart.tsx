import { useRef, useState, type ReactElement } from 'react';
import styles from './chart.module.css';
import { ChartBody } from './ChartBody.tsx';
import type { ChartProps } from './chart-types.ts';
import type { SavedView } from './saved-view.ts';

/** What a chart is built for; when it changes, the chart is built anew and keeps what is in view. */
function buildKey({ series, timeZone }: ChartProps, attempt: number): string {
  return [series.id, series.barCount, series.firstTime, series.lastTime, series.levels, series.priceDecimals, timeZone, attempt].join(' ');
}

/** Candles with labels and predictions. All props are controlled; see chart-types.ts. */
export function Chart(props: ChartProps): ReactElement {
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [attempt, setAttempt] = useState(0);
  const saved = useRef<SavedView | null>(null);
  const { symbol, barCount } = props.series;
  return (
    // The root outlives every chart that is built in it, so that the focus stays.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application takes the keys that its screen has for it
    <div ref={setRoot} className={styles.root} data-testid="chart" role="application" aria-roledescription="chart" aria-label={`Candlestick chart of ${symbol}`} tabIndex={0}>
      {barCount === 0 && <div className={styles.notice}>This series holds no bars.</div>}
      {barCount > 0 && root !== null && (
        <ChartBody key={buildKey(props, attempt)} {...props} root={root} saved={saved} onRetry={() => setAttempt(attempt + 1)} />
      )}
    </div>
  );
}
