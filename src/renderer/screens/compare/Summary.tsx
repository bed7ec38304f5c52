import type { Comparison } from '../../../shared/domain/comparison.ts';
import { formatQuantity } from '../../ui/format/number.ts';
import { Notice } from '../../ui/Notice.tsx';
import style from './Compare.module.css';

/** What may be said, and what one has to know before one believes it. */
export function Summary({ comparison }: { readonly comparison: Comparison }) {
  const { conclusions, cautions } = comparison;
  return (
    <section aria-label="What it says" className={style.summary} data-testid="summary">
      <div>
        <h2 className={style.heading}>
          What it says <span className={style.small}>{overWhat(comparison)}</span>
        </h2>
        <ul className={style.words} data-testid="conclusions">
          {conclusions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {cautions.length > 0 && (
        <Notice tone="warning" data-testid="cautions">
          <b>Before you believe it</b>
          <ul className={style.words}>
            {cautions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

const PARTS = { train: 'training', val: 'validation', test: 'test', embargo: 'embargo' } as const;

function overWhat({ windows, spans, leftOut, part }: Comparison): string {
  const over = `${formatQuantity(windows, 'window')} with ${formatQuantity(spans, 'labelled span')} of the ${PARTS[part]} part`;
  return leftOut === 0 ? over : `${over}; ${formatQuantity(leftOut, 'window')} left out, on which not all were judged`;
}
