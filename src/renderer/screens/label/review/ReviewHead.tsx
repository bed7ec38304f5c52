import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import style from './Review.module.css';
import type { Review } from './use-review.ts';

/** Whose review it is and how far it has come; that the run was right is told beside that the labels were. */
export function ReviewHead({ review: { run, sums } }: { readonly review: Review }) {
  return (
    <div className={style.head}>
      <h2 className={style.run} title={run?.name}>
        {run?.name} <span className={style.small}>against the labels</span>
      </h2>
      {sums !== undefined && <Progress sums={sums.run} />}
    </div>
  );
}

function Progress({ sums: { undecided, unsure, runRight, labelsRight, disagreements } }: { readonly sums: NonNullable<Review['sums']>['run'] }) {
  const decided = runRight + labelsRight;
  const whole = Math.max(1, decided + unsure + undecided);
  return (
    <>
      <div className={style.small} data-testid="review-progress" data-undecided={undecided}>
        {disagreements === 0 && decided === 0 ? 'Nothing disagrees' : `${formatQuantity(undecided, 'disagreement')} to decide`}
        {unsure > 0 && `, ${formatCount(unsure)} unsure`}
      </div>
      <div className={style.bar} aria-hidden>
        <div className={style.runShare} style={{ width: `${(100 * runRight) / whole}%` }} />
        <div className={style.labelShare} style={{ width: `${(100 * labelsRight) / whole}%` }} />
      </div>
      <div className={style.small} data-testid="review-right">
        Model right {formatCount(runRight)} · labels right {formatCount(labelsRight)}
      </div>
    </>
  );
}
