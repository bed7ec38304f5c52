import type { HigherBars } from '../../../shared/contract/series.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import type { HigherTimeframe } from '../../../shared/domain/higher-timeframe.ts';
import type { SpanId } from '../../../shared/domain/ids.ts';
import type { Series } from '../../../shared/domain/series.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';
import type { ChartThemeName, TimeSpan } from '../chart-types.ts';
import type { Observable } from '../observable.ts';

/** Where the pane gets its bars; both are of one series and one timeframe. */
export interface HigherSource {
  read(time: TimeMs, before: number, after: number): Promise<HigherBars>;
  /** The bar that holds `time` as it was when the bar of the series that opens then had closed; null: there is none. */
  readForming(time: TimeMs): Promise<BarColumns | null>;
}

/** All of them are controlled: the pane follows the main chart and asks for changes to it. */
export interface HigherProps {
  readonly series: Series;
  readonly timeframe: HigherTimeframe;
  readonly source: HigherSource;
  /** What the main chart has in view; null: nothing yet. */
  readonly visible: TimeSpan | null;
  readonly window: TimeSpan | null;
  /** The bar of the main chart after whose close nothing is known; null: everything is. */
  readonly knownUntil: TimeMs | null;
  readonly spans: readonly Span[];
  readonly selectedSpanId: SpanId | null;
  readonly days: boolean;
  readonly theme: ChartThemeName;
  /** The keyboard's bar cursor in the main chart. */
  readonly cursorTime: TimeMs | null;
  /** The bar of the main chart under its crosshair. */
  readonly pointed: Observable<TimeMs | null>;
  /** A higher bar is pointed at, by crosshair or key: from when to when it lasts; null: none is any longer. */
  onPoint(stretch: TimeSpan | null): void;
  /** A click on a higher bar, or Enter. */
  onChoose(stretch: TimeSpan): void;
  /** From when to when there are bars to be drawn over. */
  onRange(range: TimeSpan): void;
}

/** The texts of the legend for one bar of the pane. */
export interface HigherReadout {
  readonly time: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly direction: 'up' | 'down' | 'flat';
  /** Of what is known at the window's end: all of the bar, a part of it, or nothing. */
  readonly known: 'whole' | 'so-far' | 'later';
}
