import { useSyncExternalStore, type ReactElement } from 'react';
import type { Observable } from '../observable.ts';
import { KNOWN_WORDS } from './higher-readout.ts';
import type { HigherReadout } from './higher-types.ts';
import styles from './higher.module.css';

const PRICES = [
  ['O', 'open'],
  ['H', 'high'],
  ['L', 'low'],
  ['C', 'close'],
] as const;

/** A bar of the pane in figures. Hidden from screen readers, which hear it as the value of the pane. */
export function HigherLegend({ readout }: { readonly readout: Observable<HigherReadout | null> }): ReactElement | null {
  const bar = useSyncExternalStore(readout.subscribe, readout.get);
  if (bar === null) return null;
  return (
    <div className={styles.legend} data-testid="higher-legend" data-direction={bar.direction} aria-hidden="true">
      <span className={styles.time}>{bar.time}</span>
      {bar.known !== 'whole' && <span className={styles.known}>{KNOWN_WORDS[bar.known]}</span>}
      {PRICES.map(([letter, name]) => (
        <span key={name} className={styles[name]}>
          <span className={styles.quiet}>{letter}</span> {bar[name]}
        </span>
      ))}
    </div>
  );
}
