import type { Contender } from '../../../shared/domain/comparison.ts';
import { letterOf } from '../../state/compared.ts';
import { histogramLines, histogramTop } from '../../training/evaluation-lines.ts';
import { CurveChart } from '../../ui/CurveChart.tsx';
import style from './Compare.module.css';
import { overRecall, overThresholds, reliabilities } from './contender-curves.ts';

/** What the probabilities of the contenders look like, over each other and in histograms of one scale. */
export function ProbabilityComparison({ contenders }: { readonly contenders: readonly Contender[] }) {
  const marks = contenders.map(({ bestThreshold }, place) => ({ x: bestThreshold, name: letterOf(place) }));
  const top = Math.max(...contenders.map(histogramTop));
  return (
    <section aria-label="Probabilities" data-testid="probabilities">
      <h3 className={style.title}>Over thresholds</h3>
      <p className={style.note}>Upright lines: the threshold that was chosen on validation for each.</p>
      <div className={style.small3}>
        <CurveChart title="F1 per bar" x="threshold" lines={overThresholds(contenders, 'F1')} marks={marks} />
        <CurveChart title="Precision per bar" x="threshold" lines={overThresholds(contenders, 'precision')} />
        <CurveChart title="Recall per bar" x="threshold" lines={overThresholds(contenders, 'recall')} />
      </div>
      <h3 className={style.title}>Ranking and calibration</h3>
      <div className={style.small2}>
        <CurveChart title="Precision over recall" x="recall" lines={overRecall(contenders)} />
        <CurveChart title="Reliability: labelled share of bins" x="mean probability of a bin" lines={reliabilities(contenders)} />
      </div>
      <h3 className={style.title}>Bars by probability, share of each kind</h3>
      <div className={style.small2}>
        {contenders.map((contender, place) => (
          <CurveChart
            key={contender.name}
            title={`${letterOf(place)}: ${contender.name}`}
            x="probability"
            lines={histogramLines(contender)}
            top={top}
            marks={[{ x: contender.bestThreshold, name: 'chosen' }]}
          />
        ))}
      </div>
    </section>
  );
}
