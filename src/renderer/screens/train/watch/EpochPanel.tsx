import type { EpochRecord, RunSummary } from '../../../../shared/domain/run.ts';
import style from './EpochPanel.module.css';
import { EpochScrubber } from './EpochScrubber.tsx';
import { ProbabilityHistogram } from './ProbabilityHistogram.tsx';
import type { ShownEpoch } from './use-shown-epoch.ts';
import { WatchedWindows } from './WatchedWindows.tsx';

interface EpochPanelProps {
  readonly run: RunSummary;
  readonly epochs: readonly EpochRecord[];
  readonly shown: ShownEpoch;
}

/** What the model said of the validation bars after an epoch: the newest, or one that the person went back to. */
export function EpochPanel({ run, epochs, shown }: EpochPanelProps) {
  const isRunning = run.state === 'running';
  if (epochs.length === 0 && !isRunning) return null;
  const isKept = epochs.length === 0 || epochs.some(({ view }) => view !== undefined);
  return (
    <section aria-label="Predictions by epoch" className={style.panel} data-testid="epoch-panel">
      <div className={style.titleLine}>
        <h3 className={style.title}>Predictions as they form</h3>
        {epochs.length > 0 && isKept && <EpochScrubber shown={shown} count={epochs.length} isRunning={isRunning} />}
      </div>
      {isKept ? (
        <div className={style.columns}>
          {run.windows.val === 0 ? (
            <p className={style.note}>No window validates this run, so there is nothing to watch.</p>
          ) : (
            <>
              <ProbabilityHistogram record={shown.record} />
              <WatchedWindows run={run} record={shown.record} />
            </>
          )}
        </div>
      ) : (
        <p className={style.note}>This run is of an earlier version, which kept no probabilities by epoch. Train it again to see them.</p>
      )}
    </section>
  );
}
