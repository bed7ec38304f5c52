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
  const visible = useSession((session) => session.visible);
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const { edges } = overview;
  const [from, to] = visible === null ? [0, 0] : [shareOfTime(edges, visible.startTime), shareOfTime(edges, visible.endTime)];
  const dragging = useDragging(edges, from, to);
  const day = (time: TimeMs | null) => (time === null ? '' : formatDay(time, zone));
  return (
    <div
      className={style.strip}
      role="scrollbar"
      aria-orientation="horizontal"
      aria-controls="chart"
      aria-label={`The whole series, ${day(series.firstTime)} to ${day(series.lastTime)}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(50 * (from + to))}
      aria-valuetext={visible === null ? undefined : `${day(visible.startTime)} to ${day(visible.endTime)}`}
      tabIndex={0}
      data-testid="overview"
      data-from={from.toFixed(4)}
      data-to={to.toFixed(4)}
      {...dragging}
    >
      <Picture overview={overview} runId={runId} zone={zone} />
      {window !== null && <div className={style.window} style={{ left: `${100 * shareOfTime(edges, window.startTime)}%` }} aria-hidden />}
      {visible !== null && <div className={style.view} style={{ left: `${100 * from}%`, width: `${100 * (to - from)}%` }} aria-hidden />}
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
function useDragging(edges: Float64Array, from: number, to: number) {
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
      const middle = (from + to) / 2;
      const pages = PAGE_KEYS[event.key];
      if (pages !== undefined) showShare(middle + pages * (to - from));
      else if (event.key === 'Home') showShare(0);
      else if (event.key === 'End') showShare(1);
      else return;
      event.preventDefault();
    },
  };
}
