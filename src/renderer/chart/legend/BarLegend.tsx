import { useSyncExternalStore, type ReactElement } from 'react';
import type { Observable } from '../observable.ts';
import type { BarReadout } from './bar-readout.ts';
import styles from './legend.module.css';

const PRICES = [
  ['O', 'open'],
  ['H', 'high'],
  ['L', 'low'],
  ['C', 'close'],
] as const;

/** The bar under the crosshair in figures. Hidden from screen readers, which would read it with every move. */
export function BarLegend({ readout }: { readonly readout: Observable<BarReadout | null> }): ReactElement | null {
  const bar = useSyncExternalStore(readout.subscribe, readout.get);
  if (bar === null) return null;
  return (
    <div className={styles.bar} data-testid="chart-legend" aria-hidden="true">
      <div className={styles.row}>
        <span className={styles.symbol}>{bar.symbol}</span>
        <span className={styles.quiet}>{bar.candle}</span>
        <span>{bar.time}</span>
        <span className={`${styles.quiet} ${styles.extra}`}>{bar.zone}</span>
      </div>
      <div className={`${styles.row} ${styles.figures}`}>
        {PRICES.map(([letter, name]) => (
          <span key={name}>
            <span className={styles.quiet}>{letter}</span> {bar[name]}
          </span>
        ))}
        <span data-direction={bar.direction} className={styles.change}>
          <span className={styles.wideOnly}>{bar.change} </span>
          {bar.changeShare}
        </span>
        {bar.volume !== null && (
          <span className={styles.wideOnly}>
            <span className={styles.quiet}>Vol</span> {bar.volume}
          </span>
        )}
        <span className={`${styles.quiet} ${styles.wideOnly}`}>bar {bar.number}</span>
      </div>
    </div>
  );
}
