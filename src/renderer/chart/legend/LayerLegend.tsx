import type { ReactElement } from 'react';
import type { ChartLayers, ChartPrediction } from '../chart-types.ts';
import styles from './legend.module.css';

interface LayerLegendProps {
  readonly show: ChartLayers;
  readonly prediction: ChartPrediction | null;
  readonly second: ChartPrediction | null;
}

/** Names what is drawn over the bars; without a prediction there is nothing to tell apart. */
export function LayerLegend({ show, prediction, second }: LayerLegendProps): ReactElement | null {
  if (prediction === null) return null;
  return (
    <ul className={styles.layers} data-testid="chart-layers" aria-label="What the chart shows">
      {show.labels && (
        <li className={second === null ? undefined : styles.wideOnly}>
          <span className={styles.label} /> Label
        </li>
      )}
      {second !== null && (show.predictedSpans || show.probability) && (
        <>
          <RunEntry swatch={styles.prediction} name={prediction.name} />
          <RunEntry swatch={styles.second} name={second.name} />
        </>
      )}
      {second === null && show.predictedSpans && (
        <li>
          <span className={styles.prediction} /> Prediction
        </li>
      )}
      {second === null && show.probability && (
        <li>
          <span className={styles.probability} />
          <span>
            Probability<span className={styles.extra}>, threshold {prediction.threshold.toFixed(2)}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function RunEntry({ swatch, name }: { readonly swatch: string; readonly name: string }): ReactElement {
  return (
    <li title={name}>
      <span className={swatch} /> <span className={styles.run}>{name}</span>
    </li>
  );
}
