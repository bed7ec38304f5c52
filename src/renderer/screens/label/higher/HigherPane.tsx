import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TimeSpan } from '../../../chart/chart-types.ts';
import { HigherChart } from '../../../chart/higher/HigherChart.tsx';
import type { Observable } from '../../../chart/observable.ts';
import { makeHigherSource } from '../../../rpc/higher-source.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { timeframesAbove, type HigherTimeframe } from '../../../../shared/domain/higher-timeframe.ts';
import { timeMs, type TimeMs } from '../../../../shared/domain/time.ts';
import { useHigherView } from '../../../state/higher-view.ts';
import { useResolvedTheme } from '../../../state/use-resolved-theme.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { focusKeyboardHome } from '../../../ui/keyboard-home.ts';
import { Select } from '../../../ui/Select.tsx';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import style from './HigherPane.module.css';
import { useHigherSpans } from './use-higher-spans.ts';

interface HigherPaneProps {
  readonly scene: Scene;
  readonly timeframe: HigherTimeframe;
  /** The bar under the main chart's crosshair. */
  readonly pointed: Observable<TimeMs | null>;
}

/** A higher timeframe around what the main chart shows, as much of it as was known when the window ended. */
export function HigherPane({ scene, timeframe, pointed }: HigherPaneProps) {
  const core = useCore();
  const { series, window } = scene;
  const session = useSession();
  const theme = useResolvedTheme();
  const { days, labels } = useViewOptions((view) => view.show);
  const source = useMemo(() => makeHigherSource(core, series.id, timeframe), [core, series.id, timeframe]);
  const [range, setRange] = useState<TimeSpan | null>(null);
  const spans = useHigherSpans(scene, range);
  return (
    <section className={style.pane} data-area="higher" data-testid="higher-pane" aria-label={`Higher timeframe ${timeframe}`}>
      <HigherChart
        key={[series.id, series.barCount, series.firstTime, series.lastTime, series.timeZone, timeframe].join(' ')}
        series={series}
        timeframe={timeframe}
        source={source}
        visible={session.visible}
        window={window}
        knownUntil={window?.endTime ?? session.cursor}
        spans={labels ? spans : NO_SPANS}
        selectedSpanId={session.selectedId}
        days={days}
        theme={theme}
        cursorTime={session.cursor}
        pointed={pointed}
        onPoint={(stretch) => useSession.getState().chart?.mark(stretch)}
        onChoose={showStretch}
        onRange={setRange}
        onLeave={focusKeyboardHome}
        controls={<Controls scene={scene} timeframe={timeframe} />}
      />
    </section>
  );
}

const NO_SPANS: readonly never[] = [];

function Controls({ scene: { series }, timeframe }: Pick<HigherPaneProps, 'scene' | 'timeframe'>) {
  const set = useHigherView((view) => view.set);
  return (
    <>
      <Select
        label="Higher timeframe"
        className={style.select}
        value={timeframe}
        options={timeframesAbove(series.timeframeMs).map((value) => ({ value, label: value }))}
        onChange={(chosen) => set({ timeframe: chosen })}
        data-testid="higher-timeframe"
      />
      <ActionButton action="chart.higher" look="quiet" size="icon" className={style.close} data-testid="close-higher">
        <X size={14} aria-hidden />
      </ActionButton>
    </>
  );
}

/** In the middle of the main chart, or its first bars where it is longer than what is in view; the zoom stays. */
function showStretch({ startTime, endTime }: TimeSpan): void {
  const { chart, visible } = useSession.getState();
  const shown = visible === null ? 0 : visible.endTime - visible.startTime;
  void chart?.showTime(timeMs(Math.round(startTime + Math.min(endTime - startTime, shown) / 2)));
}
