import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { clockOf } from '../../../../shared/calendar/zone-clock.ts';
import type { SeriesOverview } from '../../../../shared/contract/series.ts';
import type { RunId } from '../../../../shared/domain/ids.ts';
import type { TimeMs } from '../../../../shared/domain/time.ts';
import { chartTheme } from '../../../chart/chart-theme.ts';
import { useResolvedTheme } from '../../../state/use-resolved-theme.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { formatDay } from '../../../ui/format/time.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { drawOverview } from './draw-overview.ts';
import { overviewCalendar } from './overview-calendar.ts';
import style from './Overview.module.css';
import { followView, viewShares } from './follow-view.ts';
import { shareOfTime, timeAtShare } from './overview-scale.ts';
import { useCoverage, useOverview } from './use-overview.ts';

/** The whole series with what is labelled, predicted and reviewed in it, and where the chart is: its scrollbar. */
export function Overview({ scene, runId }: { readonly scene: Scene; readonly runId: RunId | null }) {
  const overview = useOverview(scene.series.id);
  if (overview === undefined || scene.series.barCount < 2) return <div className={style.strip} />;
  return <Strip scene={scene} overview={overview} runId={runId} />;
}

interface StripProps {
  readonly scene: Scene;
  readonly overview: SeriesOverview;
  readonly runId: RunId | null;
}

function Strip({ scene: { series, window }, overview, runId }: StripProps) {
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const { edges } = overview;
  const strip = useRef<HTMLDivElement>(null);
  const dragging = useDragging(edges);
  // Written past React: it moves with the chart, and nothing else of the screen does.
  useEffect(() => followView(strip.current!, edges, zone), [edges, zone]);
  const day = (time: TimeMs | null) => (time === null ? '' : formatDay(time, zone));
  return (
    <div
      ref={strip}
      className={style.strip}
      role="scrollbar"
      aria-orientation="horizontal"
      aria-controls="chart"
      aria-label={`The whole series, ${day(series.firstTime)} to ${day(series.lastTime)}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      tabIndex={0}
      data-testid="overview"
      {...dragging}
    >
      <Picture overview={overview} runId={runId} zone={zone} />
      {window !== null && <div className={style.window} style={{ left: `${100 * shareOfTime(edges, window.startTime)}%` }} aria-hidden />}
      <div className={style.rail} data-rail aria-hidden hidden>
        <div className={style.view} />
      </div>
    </div>
  );
}

function Picture({ overview, runId, zone }: { readonly overview: SeriesOverview; readonly runId: RunId | null; readonly zone: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const coverage = useCoverage(overview, runId);
  const theme = useResolvedTheme();
  const hasDays = useViewOptions((view) => view.show.days);
  const calendar = useMemo(() => (hasDays ? overviewCalendar(overview.edges, clockOf(zone)) : null), [hasDays, overview, zone]);
  useEffect(() => {
    const element = canvas.current!;
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const scale = globalThis.devicePixelRatio;
      element.width = Math.round(width * scale);
      element.height = Math.round(height * scale);
      const context = element.getContext('2d')!;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      drawOverview(context, { width, height, overview, coverage, calendar, theme: chartTheme(theme) });
      element.dataset.drawn = coverage === undefined ? 'prices' : 'all';
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [overview, coverage, calendar, theme]);
  return <canvas ref={canvas} className={style.picture} aria-hidden data-testid="overview-picture" />;
}

const PAGE_KEYS: Readonly<Record<string, number>> = { ArrowLeft: -0.25, ArrowRight: 0.25, PageUp: -1, PageDown: 1 };

/** Moves the chart by pointer and, while the strip has the focus, by key; its zoom stays. */
function useDragging(edges: Float64Array) {
  const grip = useRef<number | null>(null);
  const showShare = (middle: number) => void useSession.getState().chart?.showTime(timeAtShare(edges, middle));
  const shareAt = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return (clientX - left) / width;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const share = shareAt(event);
      const { from, to } = viewShares(edges);
      // Taken where it is, or brought here.
      grip.current = share >= from && share <= to ? share - (from + to) / 2 : 0;
      event.currentTarget.setPointerCapture(event.pointerId);
      if (grip.current === 0) showShare(share);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (grip.current !== null) showShare(shareAt(event) - grip.current);
    },
    onPointerUp: () => (grip.current = null),
    onPointerCancel: () => (grip.current = null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const { from, to } = viewShares(edges);
      const pages = PAGE_KEYS[event.key];
      if (pages !== undefined) showShare((from + to) / 2 + pages * (to - from));
      else if (event.key === 'Home') showShare(0);
      else if (event.key === 'End') showShare(1);
      else return;
      event.preventDefault();
    },
  };
}
