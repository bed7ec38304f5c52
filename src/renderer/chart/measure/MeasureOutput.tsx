import { useSyncExternalStore, type ReactElement } from 'react';
import styles from '../chart.module.css';
import type { Observable } from '../observable.ts';

/** What is measured, for those who listen; for the others it is drawn. */
export function MeasureOutput({ measured }: { readonly measured: Observable<string | null> }): ReactElement {
  const text = useSyncExternalStore(measured.subscribe, measured.get);
  return (
    <output className={styles.spoken} data-testid="chart-measure">
      {text ?? ''}
    </output>
  );
}
