import type { TrainingReadiness } from '../../../shared/contract/training.ts';
import { formatCount, formatQuantity } from '../../ui/format/number.ts';
import { Notice } from '../../ui/Notice.tsx';
import style from './TrainScreen.module.css';

interface ReadinessProps {
  readonly readiness: TrainingReadiness | undefined;
  /** A run that is training now. */
  readonly runningName: string | null;
}

export function Readiness({ readiness, runningName }: ReadinessProps) {
  if (readiness === undefined) return null;
  const { windows, obstacles, warnings } = readiness;
  return (
    <div className={style.readiness} data-testid="readiness">
      <p className={style.facts}>
        Learns from {formatQuantity(readiness.reviewedWindows, 'reviewed window')} with {formatQuantity(readiness.reviewedSpans, 'span')}:{' '}
        {formatCount(windows.train)} to train, {formatCount(windows.val)} to validate, {formatCount(windows.test)} to test.
      </p>
      {runningName !== null && <Notice tone="note">“{runningName}” is training. One run trains at a time.</Notice>}
      {obstacles.map((text) => (
        <Notice key={text} tone="bad">
          {text}
        </Notice>
      ))}
      {warnings.map((text) => (
        <Notice key={text} tone="warning">
          {text}
        </Notice>
      ))}
    </div>
  );
}
