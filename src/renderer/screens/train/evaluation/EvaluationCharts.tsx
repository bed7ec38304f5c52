import type { EvaluationDetails } from '../../../../shared/domain/evaluation.ts';
import { CurveChart } from '../../../ui/CurveChart.tsx';
import { formatFigure, formatQuantity } from '../../../ui/format/number.ts';
import { histogramLines, histogramTop, precisionRecallLines, reliabilityLines, thresholdLines } from '../../../training/evaluation-lines.ts';
import table from '../../../ui/FigureTable.module.css';
import style from './Evaluation.module.css';

/** What the probabilities look like, whichever threshold one would choose. */
export function EvaluationCharts({ evaluation }: { readonly evaluation: EvaluationDetails }) {
  const { bar, windows, spans, ece, auprc } = evaluation;
  return (
    <div>
      <p className={table.note}>{`${formatQuantity(windows, 'window')}, ${formatQuantity(spans, 'labelled span')}. The threshold chosen on validation is ${bar.best.threshold.toFixed(2)}.`}</p>
      <div className={style.charts} data-testid="evaluation-charts">
        <CurveChart title="Precision, recall and F1 per bar" x="threshold" lines={thresholdLines(evaluation)} marks={[{ x: bar.best.threshold, name: 'chosen' }]} />
        <CurveChart title={`Precision over recall, area ${auprc === null ? 'unknown' : formatFigure(auprc)}`} x="recall" lines={precisionRecallLines(evaluation)} />
        <CurveChart title={`Reliability, error ${formatFigure(ece)}`} x="mean probability of a bin" lines={reliabilityLines(evaluation)} />
        <CurveChart title="Bars by probability, share of each kind" x="probability" lines={histogramLines(evaluation)} top={histogramTop(evaluation)} marks={[{ x: bar.best.threshold, name: 'chosen' }]} />
      </div>
    </div>
  );
}
