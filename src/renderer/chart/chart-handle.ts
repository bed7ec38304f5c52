import type { TimeMs } from '../../shared/domain/time.ts';
import type { ChartCanvas } from './chart-canvas.ts';
import type { ChartHandle, ChartProps } from './chart-types.ts';
import { nextFrame } from './frame.ts';
import { centredView, viewMiddle, viewWidth, zoomView, type BarView } from './paging/bar-view.ts';
import { levelFactor } from './paging/choose-level.ts';
import type { ViewKeeper } from './paging/view-keeper.ts';

/** Bars on either side of a range that was asked for without saying how many. */
const USUAL_MARGIN = 12;
const MARGIN_OF_WHOLE = 0.02;

export interface HandleParts {
  readonly canvas: ChartCanvas;
  readonly keeper: ViewKeeper;
  props(): ChartProps;
}

export function chartHandle(parts: HandleParts, pointing: Pick<ChartHandle, 'placeAt' | 'mark'>): ChartHandle {
  const { canvas, keeper } = parts;
  const show = async (view: BarView): Promise<void> => {
    await keeper.show(view);
    await nextFrame();
  };
  return {
    showRange: async (startTime, endTime, marginBars) => show(await rangeView(parts, startTime, endTime, marginBars)),
    showTime: async (time) => show(await timeView(parts, time)),
    showWholeSeries: () => show(wholeView(parts.props().series.barCount)),
    zoom: (factor) => void keeper.show(zoomView(keeper.view, factor, zoomAnchor(parts), parts.props().series.barCount)),
    stepBar: (time, bars) => {
      const axis = canvas.axis();
      const index = axis === null ? -1 : axis.indexOf(time) + bars;
      return axis !== null && index >= 0 && index < axis.count ? axis.timeOf(index) : null;
    },
    ...pointing,
    xOfTime: (time) => {
      const axis = canvas.axis();
      const index = axis?.indexOf(time) ?? -1;
      return axis === null || index < 0 || axis.stretchOf({ startTime: time, endTime: time }) === null ? null : axis.middleOf(index);
    },
  };
}

export async function rangeView({ props }: HandleParts, startTime: TimeMs, endTime: TimeMs, marginBars = USUAL_MARGIN): Promise<BarView> {
  const { source } = props();
  const [start, end] = await Promise.all([source.find(0, startTime), source.find(0, endTime)]);
  return { from: Math.max(start, 0) - marginBars, to: Math.max(end, 0) + 1 + marginBars };
}

async function timeView({ props, keeper }: HandleParts, time: TimeMs): Promise<BarView> {
  const index = await props().source.find(0, time);
  return centredView(Math.max(index, 0) + 0.5, viewWidth(keeper.view));
}

function wholeView(bars: number): BarView {
  const margin = Math.max(1, bars * MARGIN_OF_WHOLE);
  return { from: -margin, to: bars + margin };
}

/** The cursor where it is in view, else the middle. */
function zoomAnchor({ props, canvas, keeper }: HandleParts): number {
  const { cursorTime } = props();
  const { loaded } = canvas;
  const middle = viewMiddle(keeper.view);
  const index = cursorTime === null ? -1 : (canvas.axis()?.indexOf(cursorTime) ?? -1);
  if (loaded === null || index < 0) return middle;
  const anchor = (loaded.from + index + 0.5) * levelFactor(loaded.level);
  return anchor >= keeper.view.from && anchor <= keeper.view.to ? anchor : middle;
}
