import { useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import styles from './chart.module.css';
import { ChartCore } from './chart-core.ts';
import type { ChartProps } from './chart-types.ts';
import type { BarReadout } from './legend/bar-readout.ts';
import { BarLegend } from './legend/BarLegend.tsx';
import { MeasureOutput } from './measure/MeasureOutput.tsx';
import type { IndicatorReadout } from './indicators/indicator-readout.ts';
import { IndicatorLegend } from './legend/IndicatorLegend.tsx';
import { LayerLegend } from './legend/LayerLegend.tsx';
import { Observable } from './observable.ts';
import type { SavedView } from './saved-view.ts';

interface ChartBodyProps extends ChartProps {
  readonly root: HTMLElement;
  /** What the chart before this one had in view; this one leaves its own there. */
  readonly saved: RefObject<SavedView | null>;
  onRetry(): void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One chart from its making to its end, with its legends. */
export function ChartBody(props: ChartBodyProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const core = useRef<ChartCore | null>(null);
  const latest = useRef(props);
  const [readout] = useState(() => new Observable<BarReadout | null>(null));
  const [indicators] = useState(() => new Observable<IndicatorReadout | null>(null));
  const [measured] = useState(() => new Observable<string | null>(null));
  const [failure, setFailure] = useState<string | null>(null);
  const { root, saved } = props;

  useLayoutEffect(() => {
    latest.current = props;
    core.current?.update(props);
  });

  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const built = new ChartCore({ root, host: host.current }, latest.current, { readout, indicators, measured, onFailure: (error) => setFailure(error === null ? null : messageOf(error)) });
    core.current = built;
    void built.start(saved.current).then(() => {
      if (core.current === built) latest.current.onReady?.(built.handle);
    });
    return () => {
      saved.current = built.savedView() ?? saved.current;
      core.current = null;
      built.dispose();
    };
  }, [root, saved, readout, indicators, measured]);

  return (
    <>
      <div ref={host} className={styles.host} />
      <div className={styles.legends}>
        <BarLegend readout={readout} />
        <LayerLegend show={props.show} prediction={props.prediction} second={props.secondPrediction} />
        <IndicatorLegend readout={indicators} />
      </div>
      <MeasureOutput measured={measured} />
      <a className={styles.credit} href="https://www.tradingview.com/" target="_blank" rel="noreferrer" tabIndex={-1} title="Drawn with Lightweight Charts by TradingView">
        TradingView
      </a>
      {failure !== null && (
        <div className={styles.notice} role="alert">
          <span>The bars could not be read: {failure}</span>
          <button type="button" onClick={props.onRetry}>
            Try again
          </button>
        </div>
      )}
    </>
  );
}
