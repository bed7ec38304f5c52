import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import style from '../Compare.module.css';
import { BaselineComparison } from './BaselineComparison.tsx';
import { ComparedTable } from './ComparedTable.tsx';
import { figureSections } from './figure-sections.ts';

/** Every figure of every contender, and how far it is from the first one. */
export function FigureComparison({ comparison }: { readonly comparison: Comparison }) {
  const { contenders, figures } = comparison;
  const { sections, others } = figureSections(figures);
  return (
    <section aria-label="Figures">
      <p className={style.note}>{overWhat(comparison)}</p>
      <ComparedTable contenders={contenders} sections={sections} data-testid="compared-figures" />
      <BaselineComparison comparison={comparison} />
      {others.length > 0 && (
        <details className={style.others}>
          <summary>{formatCount(others.length)} figures of single decoders</summary>
          <ComparedTable contenders={contenders} sections={[{ title: 'By their paths in the evaluation', figures: others }]} />
        </details>
      )}
    </section>
  );
}

function overWhat({ windows, spans, resampling }: Comparison): string {
  const groups = resampling.by === 'day' ? formatQuantity(resampling.groups, 'trading day') : `${formatQuantity(resampling.groups, 'window')} of one trading day`;
  return `${formatQuantity(windows, 'window')}, ${formatQuantity(spans, 'labelled span')}. Intervals hold 95 % of ${formatQuantity(resampling.resamples, 'resample')} of ${groups}; differences are paired, on the same resamples. Where the interval of a difference holds 0, there is no difference to speak of.`;
}
