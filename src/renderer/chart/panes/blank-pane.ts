import { LineSeries, type AutoscaleInfo, type IPaneApi, type ISeriesApi, type PriceFormat, type Time } from 'lightweight-charts';
import { chartTime } from './candle-data.ts';

/** Lowest and highest value in view. */
export interface ValueRange {
  readonly minValue: number;
  readonly maxValue: number;
}

interface BlankPaneOptions {
  readonly format: PriceFormat;
  /** Of the pane's height that stays free above and below. */
  readonly margins: { readonly top: number; readonly bottom: number };
  /** Asked whenever the view changes; null: nothing is in view. */
  range(): ValueRange | null;
}

/** A pane with a scale of ours and no data of the library's but one unseen point, without which there is no scale. What is seen is drawn by primitives. */
export class BlankPane {
  readonly series: ISeriesApi<'Line'>;
  readonly #pane: IPaneApi<Time>;

  constructor(pane: IPaneApi<Time>, { format, margins, range }: BlankPaneOptions) {
    this.#pane = pane;
    this.series = pane.addSeries(LineSeries, {
      lineVisible: false,
      priceLineVisible: false,
      lastValueVisible: false,
      crosshairMarkerVisible: false,
      priceFormat: format,
      autoscaleInfoProvider: (): AutoscaleInfo | null => {
        const priceRange = range();
        return priceRange === null ? null : { priceRange };
      },
    });
    this.series.priceScale().applyOptions({ scaleMargins: margins });
  }

  get pane(): IPaneApi<Time> {
    return this.#pane;
  }

  /** In the task in which the candles change, since the library orders bars by the times of all its series. time: of the last candle. */
  follow(time: number | undefined): void {
    this.series.setData(time === undefined ? [] : [{ time: chartTime(time), value: 0 }]);
  }

  /** After other values have come. */
  rescale(): void {
    this.series.priceScale().applyOptions({ autoScale: true });
  }
}
