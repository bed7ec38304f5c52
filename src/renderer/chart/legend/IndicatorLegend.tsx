import { useSyncExternalStore, type CSSProperties, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { IndicatorReadout, LaneReadout, LineReadout } from '../indicators/indicator-readout.ts';
import type { Observable } from '../observable.ts';
import styles from './indicator-legend.module.css';

/** The indicators at the bar under the crosshair in figures. Hidden from screen readers, which would read them with every move. */
export function IndicatorLegend({ readout }: { readonly readout: Observable<IndicatorReadout | null> }): ReactElement | null {
  const shown = useSyncExternalStore(readout.subscribe, readout.get);
  if (shown === null) return null;
  const { lines, range, lanes } = shown;
  return (
    <>
      {lines.length > 0 && (
        <div className={styles.lines} data-testid="indicator-legend" aria-hidden="true">
          {lines.map((line) => (
            <Line key={line.name} line={line} />
          ))}
        </div>
      )}
      {range !== null &&
        createPortal(
          <div className={styles.range} data-testid="range-legend" aria-hidden="true">
            <Line line={range.line} />
          </div>,
          range.host,
        )}
      {lanes !== null && <Lanes lanes={lanes} />}
    </>
  );
}

function Line({ line: { name, title, value } }: { readonly line: LineReadout }): ReactElement {
  return (
    <span data-line={name}>
      <span className={styles.swatch} />
      <span className={styles.title}>{title}</span> <span data-value>{value}</span>
    </span>
  );
}

/** The name of each lane on it, its value beside it. */
function Lanes({ lanes: { hosts, names, values } }: { readonly lanes: LaneReadout }): ReactElement {
  const count = { '--lanes': names.length } as CSSProperties;
  return (
    <>
      {createPortal(
        <div className={styles.lanes} style={count} data-testid="lane-names" aria-hidden="true">
          <div className={styles.names}>
            {names.map((name) => (
              <span key={name} className={styles.lane}>
                {name}
              </span>
            ))}
          </div>
          {values.length === 0 && <p className={styles.note}>Zoom in: features are of single bars</p>}
        </div>,
        hosts.over,
      )}
      {createPortal(
        <div className={styles.lanes} style={count} data-testid="lane-values" aria-hidden="true">
          {values.map((value, i) => (
            <span key={names[i]} className={`${styles.lane} ${styles.value}`} data-lane={names[i]}>
              {value}
            </span>
          ))}
        </div>,
        hosts.axis,
      )}
    </>
  );
}
