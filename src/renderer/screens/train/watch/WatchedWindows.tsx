import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { EpochRecord, RunSummary } from '../../../../shared/domain/run.ts';
import { useActions } from '../../../actions/actions-context.tsx';
import { chartTheme } from '../../../chart/chart-theme.ts';
import { setChartVariables } from '../../../chart/chart-variables.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { useResolvedTheme } from '../../../state/use-resolved-theme.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { ChooseWatchedDialog } from './ChooseWatchedDialog.tsx';
import style from './EpochPanel.module.css';
import { WatchedWindowCard } from './WatchedWindowCard.tsx';

/** Predictions of a few validation windows as they form; which ones can be changed while the run trains. */
export function WatchedWindows({ run, record }: { readonly run: RunSummary; readonly record: EpochRecord | undefined }) {
  const core = useCore();
  const { data: windows = [] } = useQuery({ queryKey: queryKeys.watched(run.id), queryFn: () => core.call('readWatched', { runId: run.id }) });
  const [isChoosing, setChoosing] = useState(false);
  const isRunning = run.state === 'running';
  useActions({ 'train.watch': () => (isRunning ? setChoosing(true) : false) });
  const colours = useChartColours();
  if (windows.length === 0 && !isRunning) return null;
  const curveOf = (place: number): string | null => record?.view?.windows.find((told) => told.place === place)?.curve ?? null;
  return (
    <section className={style.windows} aria-label="Watched windows" ref={colours}>
      <div className={style.titleLine}>
        <h4 className={style.subtitle}>Validation windows: labels shaded, probability below</h4>
        {isRunning && <ActionButton action="train.watch">Choose windows</ActionButton>}
      </div>
      <div className={style.cards}>
        {windows.map((window) => (
          <WatchedWindowCard key={window.place} window={window} curve={curveOf(window.place)} epoch={record?.epoch ?? null} />
        ))}
      </div>
      {isRunning && <ChooseWatchedDialog runId={run.id} watched={windows.map(({ place }) => place)} open={isChoosing} onClose={() => setChoosing(false)} />}
    </section>
  );
}

function useChartColours() {
  const element = useRef<HTMLElement>(null);
  const theme = useResolvedTheme();
  useEffect(() => {
    if (element.current !== null) setChartVariables(element.current, chartTheme(theme));
  });
  return element;
}
