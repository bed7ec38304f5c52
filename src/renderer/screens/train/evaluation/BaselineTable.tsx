import type { Baseline, Evaluation, PairedDifference, RepeatAgreement, Verdict } from '../../../../shared/domain/evaluation.ts';
import { BASELINE_NAMES } from '../../../training/baseline-names.ts';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { FigureCell } from '../../../ui/FigureCell.tsx';
import style from '../../../ui/FigureTable.module.css';

const VERDICTS: Readonly<Record<Verdict, string>> = { better: 'the run is better', worse: 'the run is worse', noDifference: 'no difference' };

/** What one gets without learning, and how far the run is from it on the same windows. */
export function BaselineTable({ evaluation }: { readonly evaluation: Evaluation }) {
  const { baselines, bar, span, ci, windows, spans, repeatAgreement, absent } = evaluation;
  return (
    <div className={style.scroll}>
      <table className={style.table} data-testid="baselines">
        <caption>
          Without learning <span className={style.note}>{`${formatQuantity(windows, 'window')}, ${formatQuantity(spans, 'labelled span')}. Differences are paired: run minus baseline on the same resamples.`}</span>
        </caption>
        <thead>
          <tr>
            <th>Predictor</th>
            <th>Threshold</th>
            <th>F1 per bar</th>
            <th>Difference</th>
            <th>In words</th>
            <th>F1 of spans, IoU 0.5</th>
            <th>Difference</th>
            <th>In words</th>
          </tr>
        </thead>
        <tbody>
          <tr data-own>
            <th scope="row">The run</th>
            <td>{bar.best.threshold.toFixed(2)}</td>
            <FigureCell value={bar.best.f1} interval={ci['bar.best.f1']} />
            <NoCells />
            <FigureCell value={span.f1Iou50} interval={ci['span.f1Iou50']} />
            <NoCells />
          </tr>
          {baselines.map((baseline) => (
            <BaselineRow key={baseline.name} baseline={baseline} />
          ))}
          {repeatAgreement !== null && <RepeatRow agreement={repeatAgreement} />}
        </tbody>
      </table>
      {absent.repeatAgreement !== undefined && <p className={style.note}>{absent.repeatAgreement}</p>}
    </div>
  );
}

function BaselineRow({ baseline: { name, threshold, bar, span, ci, gain } }: { readonly baseline: Baseline }) {
  return (
    <tr>
      <th scope="row">{BASELINE_NAMES[name]}</th>
      <td>{threshold === null ? '–' : threshold.toFixed(2)}</td>
      <FigureCell value={bar.f1} interval={ci['bar.f1']} />
      <GainCells gain={gain.bar} />
      <FigureCell value={span.f1Iou50} interval={ci['span.f1Iou50']} />
      <GainCells gain={gain.span} />
    </tr>
  );
}

function GainCells({ gain }: { readonly gain: PairedDifference | null }) {
  if (gain === null) return <NoCells />;
  return (
    <>
      <FigureCell value={gain.difference} interval={gain.interval} />
      <td className={style.verdict} data-verdict={gain.verdict}>
        {VERDICTS[gain.verdict]}
      </td>
    </>
  );
}

const NoCells = () => (
  <>
    <td>–</td>
    <td>–</td>
  </>
);

function RepeatRow({ agreement: { pairs, bars, spans, barF1, spanF1, ci } }: { readonly agreement: RepeatAgreement }) {
  return (
    <tr>
      <th scope="row">
        The labels themselves, where windows overlap <span className={style.note}>{`${formatQuantity(pairs, 'pair')}, ${formatCount(bars)} bars, ${formatQuantity(spans, 'span')}`}</span>
      </th>
      <td>–</td>
      <FigureCell value={barF1} interval={ci['barF1']} />
      <td colSpan={2} className={style.over}>
        no model can be asked for more
      </td>
      <FigureCell value={spanF1} interval={ci['spanF1']} />
      <NoCells />
    </tr>
  );
}
