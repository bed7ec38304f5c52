import type { EpochRecord } from '../../../../shared/domain/run.ts';
import { formatCount, formatFigure } from '../../../ui/format/number.ts';
import { BOX_HEIGHT, BOX_WIDTH, histogramShape } from './histogram-shape.ts';
import style from './ProbabilityHistogram.module.css';

const TICKS = ['0', '0.25', '0.5', '0.75', '1'];
const GRID = `M0 ${BOX_HEIGHT / 2}H${BOX_WIDTH}${TICKS.map((tick) => `M${Number(tick) * BOX_WIDTH} 0V${BOX_HEIGHT}`).join('')}`;

/** How probable the validation bars in spans and outside of them were after an epoch; empty before the first. */
export function ProbabilityHistogram({ record }: { readonly record: EpochRecord | undefined }) {
  const shape = record?.view?.histogram == null ? null : histogramShape(record.view.histogram);
  const means = record?.separation ?? null;
  const legend = (count: number, where: string, mean: number): string => `${formatCount(count)} ${where}, mean ${formatFigure(mean)}`;
  return (
    <figure className={style.figure} data-testid="histogram" data-epoch={record?.epoch} data-columns={shape?.inSpan}>
      <figcaption className={style.caption}>Probability of each validation bar</figcaption>
      <div className={style.legend}>
        {shape !== null && means !== null ? (
          <>
            <span className={style.inSpan}>above: {legend(shape.inCount, 'in spans', means.inMean)}</span>
            <span className={style.outSpan}>below: {legend(shape.outCount, 'outside', means.outMean)}</span>
          </>
        ) : (
          <span className={style.outSpan}>{record === undefined ? 'after the first epoch' : 'not kept of this epoch'}</span>
        )}
      </div>
      {/* The words above say the same to a screen reader. */}
      <svg className={style.plot} viewBox={`0 0 ${BOX_WIDTH} ${BOX_HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        <path className={style.grid} d={GRID} />
        {shape !== null && <path className={style.inColumns} d={shape.inSpan} />}
        {shape !== null && <path className={style.outColumns} d={shape.outSpan} />}
        {means !== null && <path className={style.inMean} d={`M${means.inMean * BOX_WIDTH} 0V${BOX_HEIGHT / 2}`} />}
        {means !== null && <path className={style.outMean} d={`M${means.outMean * BOX_WIDTH} ${BOX_HEIGHT / 2}V${BOX_HEIGHT}`} />}
      </svg>
      <div className={style.ticks} aria-hidden>
        {TICKS.map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </div>
      <p className={style.note}>Dashed: the means. Heights are square roots of shares, so that few bars are seen too.</p>
    </figure>
  );
}
