import type { BarColumns } from '../../../shared/domain/bar.ts';
import type { SpanType } from '../../../shared/domain/span.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';

/** Windows that were labelled elsewhere, with the bars that they were labelled on. */
export interface Dataset {
  readonly name: string;
  readonly series: readonly DatasetSeries[];
  readonly windows: readonly DatasetWindow[];
}

/** The union of the bars of a symbol's windows. */
export interface DatasetSeries {
  readonly symbol: string;
  readonly timeframeMs: number;
  readonly bars: BarColumns;
}

export interface DatasetWindow {
  readonly id: string;
  readonly symbol: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly length: number;
  readonly split: SplitPart | null;
  readonly spans: readonly DatasetSpan[];
}

export interface DatasetSpan {
  readonly startTime: number;
  readonly endTime: number;
  readonly confidence: number;
  readonly type: SpanType | null;
}
