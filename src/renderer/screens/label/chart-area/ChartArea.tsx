import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { Chart } from '../../../chart/Chart.tsx';
import { Observable } from '../../../chart/observable.ts';
import { makeBarSource } from '../../../rpc/bar-source.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { useResolvedTheme } from '../../../state/use-resolved-theme.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { timeframeFor, useHigherView } from '../../../state/higher-view.ts';
import { useGuide } from '../../../state/guide.ts';
import { useKeyText } from '../../../ui/use-key-text.ts';
import type { SpanEditing } from '../editing/use-span-editing.ts';
import { HigherPane } from '../higher/HigherPane.tsx';
import { PastBar } from '../history/PastBar.tsx';
import { Overview } from '../overview/Overview.tsx';
import type { Review } from '../review/use-review.ts';
import type { Overlay } from '../scene/use-overlay.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSpanDetails } from '../inspector/use-span-details.ts';
import { setMeasurement, useMeasurement } from '../measure/measure-session.ts';
import { useSession } from '../session.ts';
import type { TimeMs } from '../../../../shared/domain/time.ts';
import style from './ChartArea.module.css';
import { ChartToolbar } from './ChartToolbar.tsx';
import { BarsMenu } from './menu/BarsMenu.tsx';
import { useBarsMenu } from './menu/use-bars-menu.ts';
import { OverlayBar } from './OverlayBar.tsx';
import { useLayerActions } from './use-layer-actions.ts';
import { useShownFeatures } from './use-shown-features.ts';

interface ChartAreaProps {
  readonly scene: Scene;
  readonly overlay: Overlay;
  readonly editing: SpanEditing;
  readonly review: Review;
}

export function ChartArea({ scene, overlay, editing, review }: ChartAreaProps) {
  const core = useCore();
  const { series, window } = scene;
  const keyOfSheet = useKeyText('app.keys');
  const theme = useResolvedTheme();
  const view = useViewOptions();
  const session = useSession(useShallow(({ selectedId, edge, prediction, cursor, pendingStart, set }) => ({ selectedId, edge, prediction, cursor, pendingStart, set })));
  const source = useMemo(() => makeBarSource(core, series.id), [core, series.id]);
  const measure = useMeasurement(series.id);
  const openSpan = useSpanDetails(scene);
  const menu = useBarsMenu(scene);
  const features = useShownFeatures(scene, overlay);
  const higher = useHigherView((state) => (state.isOpen ? timeframeFor(series, state.timeframe) : null));
  const [pointed] = useState(() => new Observable<TimeMs | null>(null));
  useGuideEnd(overlay);
  useLayerActions();
  return (
    <div className={style.area}>
      <ChartToolbar scene={scene} overlay={overlay} />
      {scene.past === null ? <OverlayBar scene={scene} overlay={overlay} /> : <PastBar past={scene.past} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is worked by keys, see the action registry */}
      <section id="chart" className={style.chart} data-past={scene.past !== null} tabIndex={0} data-area="chart" data-keyboard-home aria-label={`Chart of ${series.symbol}; ${keyOfSheet} shows its keys`}>
        <Chart
          key={series.id}
          series={series}
          source={source}
          window={window}
          spans={scene.spans}
          selectedSpanId={session.selectedId}
          selectedEdge={session.edge}
          selectedPrediction={session.prediction}
          prediction={overlay.first.prediction}
          secondPrediction={overlay.second.prediction}
          show={view.show}
          features={features}
          mode={scene.past === null ? view.mode : 'pan'}
          snapToSwings={view.snapToSwings}
          timeZone={view.timeZone ?? series.timeZone}
          theme={theme}
          cursorTime={session.cursor}
          pendingStart={session.pendingStart}
          measure={measure}
          onCursor={(cursor) => {
            // A box that was drawn is done with; one from a bar on ends at the cursor.
            if (measure !== null && measure.to !== null) setMeasurement(series.id, null);
            session.set({ cursor });
          }}
          onMeasure={(made) => setMeasurement(series.id, made)}
          onCreateSpan={editing.create}
          onMoveSpan={editing.move}
          onFadeSpan={editing.fade}
          onSelectSpan={(selectedId, edge) => session.set({ selectedId, edge })}
          onOpenSpan={openSpan}
          onMenu={menu.open}
          onPoint={higher === null ? undefined : pointed.set}
          onVisibleRange={(startTime, endTime) => session.set({ visible: { startTime, endTime } })}
          onReady={(chart) => session.set({ chart })}
        />
      </section>
      {menu.place !== null && <BarsMenu place={menu.place} scene={scene} overlay={overlay} editing={editing} review={review} onClose={menu.close} />}
      {higher !== null && <HigherPane scene={scene} timeframe={higher} pointed={pointed} />}
      <Overview key={series.id} scene={scene} runId={overlay.first.run?.id ?? null} />
    </div>
  );
}

/** The guide ends when predictions lie over the bars. */
function useGuideEnd({ first }: Overlay): void {
  const isShown = first.prediction !== null;
  useEffect(() => {
    if (isShown) useGuide.getState().did('look');
  }, [isShown]);
}
