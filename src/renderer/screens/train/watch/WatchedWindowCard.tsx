import { CandlestickChart } from 'lucide-react';
import { useMemo } from 'react';
import type { WatchedWindow } from '../../../../shared/contract/training.ts';
import { unpackCurve } from '../../../../shared/engine/training/curve-text.ts';
import { goTo, useWorkspace } from '../../../state/workspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatQuantity } from '../../../ui/format/number.ts';
import { BOX_HEIGHT, candleShapes, curveShape } from './candle-shapes.ts';
import { useWindowTime } from './use-window-time.ts';
import { windowMeans } from './window-means.ts';
import style from './WatchedWindowCard.module.css';

interface WatchedWindowCardProps {
  readonly window: WatchedWindow;
  /** As an epoch tells it; null: it was not watched then. */
  readonly curve: string | null;
  readonly epoch: number | null;
}

/** A window's candles with the labelled spans shaded, over its probabilities after an epoch. */
export function WatchedWindowCard({ window, curve, epoch }: WatchedWindowCardProps) {
  const { bars, spans, confidence } = window;
  const length = bars.close.length;
  const time = useWindowTime()(window);
  const candles = useMemo(() => candleShapes(bars), [bars]);
  const probability = useMemo(() => (curve === null ? null : unpackCurve(curve, length)), [curve, length]);
  const labels = spans.length === 0 ? 'no span' : `${formatQuantity(spans.length, 'span')} at ${confidence!.toFixed(1)}`;
  const words = probability === null ? (epoch === null ? 'after the first epoch' : 'not watched in this epoch') : meanWords(probability, spans);
  const box = `0 0 ${length} ${BOX_HEIGHT}`;
  const shades = spans.map(({ start, end }) => <rect key={start} className={style.label} x={start} width={end - start + 1} height={BOX_HEIGHT} />);
  return (
    <figure className={style.card} data-testid="watched-window" data-place={window.place} data-curve={curve ?? ''}>
      <figcaption className={style.caption}>
        <span className={style.time}>{time}</span>
        <span className={style.labels} title="Labels, with their mean confidence">
          {labels}
        </span>
        <Button look="quiet" size="icon" aria-label={`Open the window of ${time} on the chart`} onClick={() => openOnChart(window)}>
          <CandlestickChart size={14} aria-hidden />
        </Button>
      </figcaption>
      <svg className={style.candles} viewBox={box} preserveAspectRatio="none" aria-hidden>
        {shades}
        <path className={style.rising} d={candles.rising} />
        <path className={style.falling} d={candles.falling} />
      </svg>
      <svg className={style.probability} viewBox={box} preserveAspectRatio="none" aria-hidden>
        {shades}
        <path className={style.half} d={`M0 ${BOX_HEIGHT / 2}h${length}`} />
        {probability !== null && <path className={style.curve} d={curveShape(probability)} />}
      </svg>
      <p className={style.words}>{words}</p>
    </figure>
  );
}

function meanWords(probability: Float32Array, spans: WatchedWindow['spans']): string {
  const { inside, outside } = windowMeans(probability, spans);
  const part = (name: string, mean: number | null): string => (mean === null ? '' : `${name} ${mean.toFixed(2)}`);
  return [part('in span', inside), part('outside', outside), `top ${Math.max(...probability).toFixed(2)}`].filter(Boolean).join(' · ');
}

function openOnChart({ windowId, seriesId }: WatchedWindow): void {
  useWorkspace.getState().set({ windowId, seriesId, freeChart: false });
  goTo('label');
}
