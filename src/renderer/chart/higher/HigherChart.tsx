import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import chartStyles from '../chart.module.css';
import { Observable } from '../observable.ts';
import { HigherCore } from './higher-core.ts';
import { HigherLegend } from './HigherLegend.tsx';
import type { HigherProps, HigherReadout } from './higher-types.ts';
import styles from './higher.module.css';

interface HigherChartProps extends HigherProps {
  /** Beside the legend. */
  readonly controls: ReactNode;
  /** Escape, while the pane has the focus. */
  onLeave(): void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageUp: -10, PageDown: 10 };

/** Candles of a higher timeframe around what the main chart shows. Built anew for another series, timeframe or number of bars. */
export function HigherChart(props: HigherChartProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const core = useRef<HigherCore | null>(null);
  const latest = useRef(props);
  const [readout] = useState(() => new Observable<HigherReadout | null>(null));
  const [failure, setFailure] = useState<string | null>(null);
  const { series, timeframe } = props;

  useLayoutEffect(() => {
    latest.current = props;
    core.current?.update(props);
  });

  useLayoutEffect(() => {
    const elements = { root: root.current!, host: host.current! };
    const built = new HigherCore(elements, latest.current, { readout, onFailure: (error) => setFailure(error === null ? null : messageOf(error)) });
    core.current = built;
    return () => {
      core.current = null;
      built.dispose();
    };
  }, [readout]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = STEPS[event.key];
    if (step !== undefined) core.current?.step(event.shiftKey ? 5 * step : step);
    else if (event.key === 'Home' || event.key === 'End') core.current?.stepToEdge(event.key === 'Home' ? 'first' : 'last');
    else if (event.key === 'Enter' || event.key === ' ') core.current?.openChosen();
    else if (event.key === 'Escape') props.onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        ref={root}
        className={`${chartStyles.root} ${styles.chart}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input has no candles in it
        role="slider"
        tabIndex={0}
        aria-label={`Bars of ${timeframe} of ${series.symbol}; Enter shows one in the chart, Escape goes back there`}
        aria-valuemin={1}
        aria-valuenow={1}
        data-testid="higher-chart"
        data-timeframe={timeframe}
        onKeyDown={onKeyDown}
        onBlur={() => core.current?.forget()}
      >
        <div ref={host} className={chartStyles.host} aria-hidden="true" />
        {failure !== null && (
          <div className={chartStyles.notice} role="alert">
            The bars could not be read: {failure}
          </div>
        )}
      </div>
      {/* Above it, but after it for F6, which goes to the bars first. */}
      <div className={styles.head}>
        {props.controls}
        <HigherLegend readout={readout} />
      </div>
    </>
  );
}
